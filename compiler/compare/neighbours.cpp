#include "compiler/compare/neighbours.hpp"

#include "compiler/compare/reads.hpp"
#include "compiler/compare/steps_along.hpp"

#include <algorithm>

namespace pol::comparison {

namespace {

using model::Condition;
using model::FactIndex;

constexpr int requests_around = 900;
constexpr std::size_t most_latent = 24;
constexpr std::size_t most_starts = 8;
constexpr int second_changes = 2'500;

/// An answer for one fact; of a list with its entries.
struct Tried {
    Answer answer;
    std::vector<EntryRecord> entries{};
};

RequestRecord with(RequestRecord request, FactIndex fact, const Tried& tried) {
    request.answers[fact] = tried.answer;
    std::erase_if(request.entries, [&](const EntryRecord& entry) { return entry.list == fact; });
    request.entries.insert(request.entries.end(), tried.entries.begin(), tried.entries.end());
    return request;
}

bool changes_outcome(const std::optional<Difference>& found) {
    return found && (found->direction == Direction::stricter || found->direction == Direction::looser);
}

class Neighbours {
public:
    Neighbours(const Texts& texts, const Edit& edit, const std::vector<Choice>& choices, Groups& groups)
        : texts_(texts), edit_(edit), choices_(choices), groups_(groups) {
        Reads older(texts.older), newer(texts.newer);
        for (const Condition& condition : edit.old_conditions) older.add(condition);
        for (const Condition& condition : edit.new_conditions) newer.add(condition);
        std::set<FactIndex> facts = older.facts;
        facts.insert(newer.facts.begin(), newer.facts.end());
        for (const FactIndex fact : facts)
            if (!texts.newer.facts[fact].list && fact >= builtin_fact_count) facts_.push_back(fact);
        // The birth and the days of the request come last: much else rests on them.
        for (FactIndex fact = index_of(BuiltinFact::birth_date); fact < builtin_fact_count; ++fact)
            if (facts.count(fact) > 0) facts_.push_back(fact);
    }

    void run(const std::vector<RequestRecord>& known, int left) {
        for (const RequestRecord& request : known) {
            left_ = std::min(left, requests_around);
            left -= left_;
            look_at(request);
            for (const int count : {1, 2}) change_edited(request, count, 0);
            left += left_;
        }
        for (const RequestRecord& request : latent_) change_others(request, 0, false);
        if (is_found_ || latent_.empty()) return;
        left_ = second_changes;
        for (const RequestRecord& request : latent_) change_others(request, 0, true);
    }

private:
    /// Where an edit tells otherwise that decides nothing, it may once something else is otherwise.
    void look_at(const RequestRecord& request) {
        const std::optional<Difference> found = groups_.consider(request, 1, {});
        if (changes_outcome(found))
            is_found_ = true;
        else if (latent_.size() < most_latent && groups_.tells_otherwise(edit_, request))
            latent_.push_back(request);
    }

    void change_edited(const RequestRecord& request, int count, std::size_t from) {
        for (std::size_t i = from; i < facts_.size(); ++i)
            for (const Tried& tried : answers_for(request, facts_[i])) {
                if (left_ <= 0) return;
                if (count == 1) --left_;
                const RequestRecord changed = with(request, facts_[i], tried);
                if (count > 1)
                    change_edited(changed, count - 1, i + 1);
                else
                    look_at(changed);
            }
    }

    void change_others(const RequestRecord& request, std::size_t from, bool goes_on) {
        for (std::size_t i = from; i < choices_.size(); ++i) {
            if (std::find(facts_.begin(), facts_.end(), choices_[i].fact) != facts_.end()) continue;
            for (std::size_t answer = 1; answer < choices_[i].answers.size(); ++answer) {
                if (goes_on && left_-- <= 0) return;
                const RequestRecord changed = with(request, choices_[i].fact, at(choices_[i], answer));
                if (changes_outcome(groups_.consider(changed, 1, {}))) is_found_ = true;
                if (goes_on) change_others(changed, i + 1, false);
            }
        }
    }

    [[nodiscard]] static Tried at(const Choice& choice, std::size_t answer) {
        return {choice.answers[answer], choice.entries.empty() ? std::vector<EntryRecord>{} : choice.entries[answer]};
    }

    /// Steps first: they are few, and lie where the edit makes a difference.
    [[nodiscard]] std::vector<Tried> answers_for(const RequestRecord& request, FactIndex fact) const {
        std::vector<Tried> tried;
        add_steps(request, fact, tried);
        const auto choice =
            std::find_if(choices_.begin(), choices_.end(), [&](const Choice& each) { return each.fact == fact; });
        if (choice != choices_.end())
            for (std::size_t i = 1; i < choice->answers.size(); ++i) tried.push_back(at(*choice, i));
        tried.push_back({Answer{}});
        return tried;
    }

    /// Of a measurement first its number moves, then its day with each of these numbers.
    void add_steps(const RequestRecord& request, FactIndex fact, std::vector<Tried>& tried) const {
        const Date around = around_of(request);
        std::vector<Answer> starts{start_of(request, fact, around)};
        for (const analysis::Axis& axis : axes_of(texts_.newer.facts[fact], around)) {
            std::vector<Answer> found;
            for (const Answer& start : starts) {
                for (const Answer& answer : steps_along(texts_.older, edit_.old_conditions, request, fact, start, axis))
                    found.push_back(answer);
                for (const Answer& answer : steps_along(texts_.newer, edit_.new_conditions, request, fact, start, axis))
                    found.push_back(answer);
            }
            for (const Answer& answer : found) tried.push_back({answer});
            if (found.size() <= most_starts) starts.insert(starts.end(), found.begin(), found.end());
        }
    }

    [[nodiscard]] Date around_of(const RequestRecord& request) const {
        const Answer& service = request.answers[index_of(BuiltinFact::date_of_service)];
        return service.presence == Presence::given ? service.date : day_of_requests(texts_);
    }

    [[nodiscard]] Answer start_of(const RequestRecord& request, FactIndex fact, Date around) const {
        if (request.answers[fact].presence == Presence::given) return request.answers[fact];
        Answer start = analysis::on_day(Answer{}, around);
        start.presence = Presence::given;
        start.number = texts_.newer.facts[fact].least;
        for (const Choice& choice : choices_)
            if (choice.fact == fact) start.evidence = choice.strongest;
        return start;
    }

    const Texts& texts_;
    const Edit& edit_;
    const std::vector<Choice>& choices_;
    Groups& groups_;
    std::vector<FactIndex> facts_;
    std::vector<RequestRecord> latent_;
    int left_ = 0;
    bool is_found_ = false;
};

}  // namespace

void compare_neighbours(const Texts& texts, const std::vector<RequestRecord>& known, const Edit& edit,
                        const std::vector<Choice>& choices, std::uint64_t limit, Groups& groups) {
    Neighbours(texts, edit, choices, groups).run(known, static_cast<int>(limit));
}

}  // namespace pol::comparison
