#include "runtime/json/decision_texts.hpp"

#include "pol/json/words.hpp"
#include "pol/words.hpp"
#include "runtime/json/citations.hpp"
#include "runtime/json/output.hpp"

namespace pol::json {

namespace {

/// JSON that a function writes.
template <class Write>
[[nodiscard]] std::string written(Write write) {
    std::string text;
    JsonOutput json(text);
    write(json);
    return text;
}

/// An object of the members that a function writes.
template <class Write>
[[nodiscard]] std::string object(Write write) {
    return written([&](JsonOutput& json) {
        json.open_object();
        write(json);
        json.close_object();
    });
}

[[nodiscard]] std::string policy_text(const PolicyDescription& policy) {
    return "\"policy\":" + object([&](JsonOutput& json) {
               json.field("name", view(policy.name));
               json.field("number", view(policy.number));
               json.key("text");
               json.date(policy.text_from);
               json.field("hash", view(policy.hash));
               json.field("compiler", view(policy.compiler));
           });
}

[[nodiscard]] std::string no_text_of(const PolicyDescription& policy) {
    return "\"no_text_on_file\":true,\"texts_on_file\":[" + object([&](JsonOutput& json) {
               json.key("from");
               json.date(policy.text_from);
               if (policy.text_through == open_end) return;
               json.key("through");
               json.date(policy.text_through);
           }) +
           ']';
}

[[nodiscard]] std::string document_text(const TargetDescription& target) {
    return object([&](JsonOutput& json) {
        json.field("kind", words_of(target.kind));
        json.field("number", view(target.number));
        if (target.address.size > 0) json.field("address", view(target.address));
    });
}

[[nodiscard]] std::string reading_text(const ReadingDescription& reading, const std::vector<std::string>& ids) {
    return object([&](JsonOutput& json) {
        json.field("text", view(reading.text));
        json.field("status", reading.decided_by.size == 0 ? "open" : "decided");
        if (reading.decided_by.size > 0) {
            json.field("decided_by", view(reading.decided_by));
            json.key("decided_on");
            json.date(reading.decided_on);
        }
        json.key("clauses");
        json.open_array();
        for (const std::uint16_t clause : reading.clauses) json.json(ids[clause]);
        json.close_array();
    });
}

[[nodiscard]] DecisionTexts::TracedClause traced(std::uint16_t clause, ClauseKind kind, const std::string& id) {
    DecisionTexts::TracedClause traced{.clause = clause, .states = {}};
    for (std::size_t state = 0; state < DecisionTexts::state_count; ++state)
        traced.states[state] = object([&](JsonOutput& json) {
            json.key("id");
            json.json(id);
            json.field("state", word(static_cast<ClauseState>(state), kind));
        });
    return traced;
}

}  // namespace

DecisionTexts::DecisionTexts(const PolicyDescription& description)
    : policy(policy_text(description)), no_text(no_text_of(description)) {
    const std::string prefix = id_prefix(description);
    for (std::uint16_t i = 0; i < description.clauses.size; ++i) {
        const ClauseDescription& clause = description.clauses[i];
        ids.push_back(written([&](JsonOutput& json) { json.string(prefix + std::string(view(clause.id))); }));
        clauses.push_back(object([&](JsonOutput& json) {
            json.key("id");
            json.json(ids.back());
            json.field("text", view(clause.text));
        }));
        if (is_traced(clause.kind)) trace.push_back(traced(i, clause.kind, ids.back()));
    }
    for (const FactDescription& fact : description.facts)
        facts.push_back({written([&](JsonOutput& json) { json.field("fact", view(fact.name)); }),
                         written([&](JsonOutput& json) { json.field("question", view(fact.question)); })});
    for (const TargetDescription& target : description.targets) documents.push_back(document_text(target));
    for (const ReadingDescription& reading : description.readings) readings.push_back(reading_text(reading, ids));
}

}  // namespace pol::json
