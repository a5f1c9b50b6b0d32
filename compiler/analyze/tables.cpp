#include "compiler/analyze/tables.hpp"

#include "compiler/analyze/search.hpp"
#include "compiler/analyze/wording.hpp"
#include "compiler/interpret/conditions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::analysis {

namespace {

using interpretation::Answers;
using interpretation::truth_of;

/// The rows of one table.
class Rows {
public:
    Rows(const PreparedPolicy& prepared, const model::Table& table, Sink& sink)
        : prepared_(prepared), table_(table), sink_(sink) {
        const auto& body = prepared.policy.terms[table.term].body;
        const auto* selection = std::get_if<model::Selection>(&body);
        const std::vector<model::Case>& cases =
            selection == nullptr ? std::get<std::vector<model::Case>>(body) : selection->cases;
        for (const model::Case& one : cases)
            if (one.when) conditions_.push_back(&*one.when);
    }

    void run() const {
        for (std::size_t row = 1; row < conditions_.size() && !table_.may_overlap; ++row)
            for (std::size_t earlier = 0; earlier < row; ++earlier)
                if (report_overlap(earlier, row)) break;
        if (!table_.may_leave_out) report_rest();
    }

private:
    /// Whether both hold for some member. One finding a row is enough.
    bool report_overlap(std::size_t earlier, std::size_t later) const {
        const Look both_hold = [&](const Answers& answers) {
            const Truth both = all_of(truth_of(*conditions_[earlier], answers), truth_of(*conditions_[later], answers));
            if (both == Truth::unknown) return Glance::undecided;
            return both == Truth::yes ? Glance::found : Glance::impossible;
        };
        const Search search = look_for_both(*conditions_[earlier], *conditions_[later], both_hold);
        if (search.certainty != Certainty::found) return false;
        sink_.add(Finding{.code = FindingCode::table_overlap,
                          .span = table_.rows[later],
                          .message = fmt::format("two rows hold for the same member: {}", search.member),
                          .hint = "narrow one of them, or say what is taken, as in `table takes the longest`",
                          .labels = {{.span = table_.rows[earlier], .caption = "the other row"}}});
        return true;
    }

    /// Members without a row: an error where they have no value, and what `otherwise` is there for.
    void report_rest() const {
        const Look none_holds = [&](const Answers& answers) {
            Truth any = Truth::no;
            for (const model::Condition* condition : conditions_) any = any_of(any, truth_of(*condition, answers));
            if (any == Truth::unknown) return Glance::undecided;
            return any == Truth::no ? Glance::found : Glance::impossible;
        };
        const Search search = look_for(conditions_, none_holds);
        if (search.certainty == Certainty::found && !table_.otherwise)
            sink_.add(FindingCode::table_gap, table_.span,
                      fmt::format("`{}` has no value where no row holds: {}", table_.name, search.member),
                      "write the row that is missing, or end the table with `otherwise` and a value");
        if (search.certainty == Certainty::proved && table_.otherwise)
            sink_.add(FindingCode::unreachable_otherwise, *table_.otherwise,
                      "there is a row for every member; `otherwise` is for nobody", "leave it out");
    }

    struct Search {
        Certainty certainty = Certainty::proved;
        /// In words, where one is found.
        std::string member;
    };
    [[nodiscard]] Search look_for_both(const model::Condition& one, const model::Condition& other,
                                       const Look& look) const {
        const std::vector<Variable> variables = variables_of({&one, &other});
        const std::vector<bool> in_both = read_by_both(variables, variables_of({&one}), variables_of({&other}));
        return in_words(variables, explore_first(prepared_.policy, variables, in_both, look));
    }
    [[nodiscard]] Search look_for(const std::vector<const model::Condition*>& read, const Look& look) const {
        const std::vector<Variable> variables = variables_of(read);
        return in_words(variables, explore(prepared_.policy, variables, look));
    }
    [[nodiscard]] std::vector<Variable> variables_of(const std::vector<const model::Condition*>& read) const {
        VariableCollector collector(prepared_);
        for (const model::Condition* condition : read) collector.add(*condition);
        return collector.variables();
    }
    [[nodiscard]] Search in_words(const std::vector<Variable>& variables, const Exploration& result) const {
        if (result.certainty != Certainty::found) return {result.certainty, {}};
        return {result.certainty, words_for_state(prepared_.policy, variables, result.found)};
    }

    const PreparedPolicy& prepared_;
    const model::Table& table_;
    Sink& sink_;
    std::vector<const model::Condition*> conditions_;
};

}  // namespace

void report_tables(const model::Policy& policy, Sink& sink) {
    const PreparedPolicy prepared(policy);
    for (const model::Table& table : policy.tables) Rows(prepared, table, sink).run();
}

}  // namespace pol::analysis
