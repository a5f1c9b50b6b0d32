#include "compiler/compare/entries.hpp"

#include "compiler/interpret/conditions.hpp"

#include <algorithm>
#include <map>
#include <random>

namespace pol::comparison {

namespace {

using model::FactIndex;
using Entries = std::vector<EntryRecord>;

constexpr int entries_drawn = 3000;
constexpr std::size_t kept_of_a_kind = 4;
constexpr std::size_t most_kinds = 24;
constexpr std::int32_t most_counted = 6;

class Lists {
public:
    Lists(const Texts& texts, const Reads& older, const Reads& newer, const std::vector<Choice>& fields, Choice& list)
        : texts_(texts), older_(older), newer_(newer), fields_(fields), list_(list) {}

    void run() {
        list_.entries.resize(list_.answers.size());
        draw();
        add({});
        const std::int32_t most = std::min(std::max(older_.most_entries, newer_.most_entries) + 1, most_counted);
        for (const auto& [kind, entries] : kinds_)
            for (std::int32_t count = 1; count <= most; ++count) add(copies(entries, static_cast<std::size_t>(count)));
        for (const auto& [kind, entries] : kinds_)
            for (const auto& [other, others] : kinds_)
                if (kind < other) add({entries.front(), others.front()});
    }

private:
    void add(Entries entries) {
        Answer answer;
        answer.presence = Presence::given;
        answer.evidence = list_.strongest;
        list_.answers.push_back(answer);
        list_.entries.push_back(std::move(entries));
    }

    /// Different ones first, then the same again.
    static Entries copies(const Entries& of_kind, std::size_t count) {
        Entries entries;
        for (std::size_t i = 0; i < count; ++i) entries.push_back(of_kind[i % of_kind.size()]);
        return entries;
    }

    /// Entries by what all conditions say of them.
    void draw() {
        for (int i = 0; i < entries_drawn; ++i) {
            EntryRecord entry = any_entry();
            std::vector<Truth> kind;
            judge(texts_.older, older_, entry, kind);
            judge(texts_.newer, newer_, entry, kind);
            if (kinds_.size() >= most_kinds && kinds_.count(kind) == 0) continue;
            Entries& alike = kinds_[kind];
            if (alike.size() < kept_of_a_kind && differs(alike, entry)) alike.push_back(std::move(entry));
        }
    }

    [[nodiscard]] static bool differs(const Entries& alike, const EntryRecord& entry) {
        return std::none_of(alike.begin(), alike.end(), [&](const EntryRecord& known) {
            return known.fields.front().presence == entry.fields.front().presence &&
                   known.fields.front().value == entry.fields.front().value;
        });
    }

    void judge(const model::Policy& policy, const Reads& reads, const EntryRecord& entry,
               std::vector<Truth>& kind) const {
        std::vector<Answer> answers(policy.facts.size());
        for (const BuiltinFact date : {BuiltinFact::date_of_request, BuiltinFact::date_of_service})
            answers[index_of(date)] = list_date();
        std::copy(entry.fields.begin(), entry.fields.end(), answers.begin() + entry.list + 1);
        const interpretation::Answers settled = interpretation::settled(policy, std::move(answers));
        for (const model::EntryFilter& filter : reads.filters)
            if (filter.list == entry.list)
                kind.push_back(filter.where.empty() ? Truth::yes
                                                    : interpretation::truth_of(filter.where.front(), settled));
    }

    [[nodiscard]] Answer list_date() const {
        Answer answer;
        answer.presence = Presence::given;
        answer.date = day_of_requests(texts_);
        answer.range = {answer.date, answer.date};
        return answer;
    }

    /// One field in twelve is not given.
    [[nodiscard]] EntryRecord any_entry() {
        EntryRecord entry{.list = list_.fact, .fields = {}};
        const std::vector<model::Fact>& facts = texts_.newer.facts;
        for (std::size_t field = list_.fact + 1U; field < facts.size() && facts[field].list == list_.fact; ++field)
            entry.fields.push_back(any_answer(static_cast<FactIndex>(field)));
        return entry;
    }
    [[nodiscard]] Answer any_answer(FactIndex field) {
        const auto found =
            std::find_if(fields_.begin(), fields_.end(), [&](const Choice& choice) { return choice.fact == field; });
        if (found == fields_.end() || found->answers.size() < 2 || random_() % 12 == 0) return {};
        Answer answer = found->answers[1 + random_() % (found->answers.size() - 1)];
        answer.evidence = Evidence::none;
        return answer;
    }

    const Texts& texts_;
    const Reads& older_;
    const Reads& newer_;
    const std::vector<Choice>& fields_;
    Choice& list_;
    std::map<std::vector<Truth>, Entries> kinds_;
    std::mt19937_64 random_{127};
};

}  // namespace

void add_lists(const Texts& texts, const Reads& older, const Reads& newer, const std::vector<Choice>& fields,
               Choice& list) {
    Lists(texts, older, newer, fields, list).run();
}

}  // namespace pol::comparison
