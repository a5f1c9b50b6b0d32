#include "compiler/compare/clause_pairs.hpp"

#include "compiler/interpret/prepared.hpp"

#include <fmt/format.h>

namespace pol::comparison {

namespace {

using model::Clause;
using model::ClauseIndex;
using model::Policy;

class ClauseForms {
public:
    ClauseForms(const Policy& policy, const Forms& forms)
        : prepared_(policy), forms_(forms), texts_(policy.clauses.size()) {}

    [[nodiscard]] std::vector<std::string> run() && {
        const Policy& policy = prepared_.policy;
        for (const model::Requirement& requirement : policy.requirements) texts_[requirement.clause] = of(requirement);
        for (const model::Determination& determination : policy.determinations)
            texts_[determination.clause] =
                fmt::format("{}|{}", forms_.of(determination.verdict), forms_.of(determination.condition));
        for (const model::Section& section : policy.sections)
            if (section.otherwise) texts_[section.otherwise->clause] = forms_.of(section.otherwise->verdict);
        for (const model::Approval& approval : policy.approvals) texts_[approval.period_clause] = forms_.of(approval);
        return std::move(texts_);
    }

private:
    [[nodiscard]] std::string of(const model::Requirement& requirement) const {
        const auto* condition = std::get_if<model::Condition>(&requirement.body);
        return fmt::format(
            "{}|{}", forms_.of(requirement.only_if),
            condition != nullptr ? forms_.of(*condition) : of(std::get<model::RequirementGroup>(requirement.body)));
    }

    [[nodiscard]] std::string of(const model::RequirementGroup& group) const {
        std::string form = fmt::format("{}:{}[", static_cast<int>(group.quantifier), group.count);
        for (const model::RequirementNode& node : group.members) {
            const auto* nested = std::get_if<model::RequirementGroup>(&node);
            form += (nested != nullptr ? of(*nested) : of(prepared_.requirement(std::get<ClauseIndex>(node)))) + ";";
        }
        return form + "]";
    }

    interpretation::PreparedPolicy prepared_;
    const Forms& forms_;
    std::vector<std::string> texts_;
};

std::string section_of(const Clause& clause) { return clause.id.substr(0, clause.id.find('.')); }

class Pairing {
public:
    Pairing(const Policy& older, const std::vector<std::string>& old_forms, const Policy& newer,
            const std::vector<std::string>& new_forms)
        : older_(older), old_forms_(old_forms), newer_(newer), new_forms_(new_forms) {
        pairs_.new_of_old.assign(older.clauses.size(), no_index);
        pairs_.old_of_new.assign(newer.clauses.size(), no_index);
    }

    [[nodiscard]] ClausePairs run() && {
        const auto same_id = [](const Clause& left, const Clause& right) { return left.id == right.id; };
        const auto same_text = [](const Clause& left, const Clause& right) {
            return !left.text.empty() && left.text == right.text;
        };
        const auto same_section = [](const Clause& left, const Clause& right) {
            return section_of(left) == section_of(right);
        };
        pair([&](const Clause& left, const Clause& right, bool same_form) {
            return same_id(left, right) && (same_text(left, right) || same_form);
        });
        for (const bool anywhere : {false, true}) {
            const auto near = [&](const Clause& left, const Clause& right) {
                return anywhere || same_section(left, right);
            };
            pair([&](const Clause& left, const Clause& right, bool same_form) {
                return near(left, right) && same_text(left, right) && same_form;
            });
            pair([&](const Clause& left, const Clause& right, bool) {
                return near(left, right) && same_text(left, right);
            });
            pair([&](const Clause& left, const Clause& right, bool same_form) {
                return near(left, right) && same_form && left.kind == ClauseKind::requirement;
            });
        }
        pair([&](const Clause& left, const Clause& right, bool) { return same_id(left, right); });
        return std::move(pairs_);
    }

private:
    template <class Same>
    void pair(Same same) {
        for (std::size_t i = 0; i < newer_.clauses.size(); ++i)
            for (std::size_t j = 0; j < older_.clauses.size() && pairs_.old_of_new[i] == no_index; ++j) {
                const Clause& left = older_.clauses[j];
                const Clause& right = newer_.clauses[i];
                if (pairs_.new_of_old[j] != no_index || left.kind != right.kind) continue;
                if (!same(left, right, !old_forms_[j].empty() && old_forms_[j] == new_forms_[i])) continue;
                pairs_.old_of_new[i] = static_cast<ClauseIndex>(j);
                pairs_.new_of_old[j] = static_cast<ClauseIndex>(i);
            }
    }

    const Policy& older_;
    const std::vector<std::string>& old_forms_;
    const Policy& newer_;
    const std::vector<std::string>& new_forms_;
    ClausePairs pairs_;
};

}  // namespace

std::vector<std::string> forms_of_clauses(const Policy& policy, const Forms& forms) {
    return ClauseForms(policy, forms).run();
}

ClausePairs pair_clauses(const Policy& older, const std::vector<std::string>& old_forms, const Policy& newer,
                         const std::vector<std::string>& new_forms) {
    return Pairing(older, old_forms, newer, new_forms).run();
}

}  // namespace pol::comparison
