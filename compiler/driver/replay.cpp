#include "compiler/driver/replay.hpp"

#include "compiler/driver/address.hpp"
#include "compiler/interpret/interpret.hpp"
#include "compiler/model/describe.hpp"
#include "pol/json/read_request.hpp"
#include "pol/json/write_decision.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace pol {
namespace {

using Json = nlohmann::json;

/// The text under a key of an object; empty where there is none.
std::string text_at(const Json& object, const char* key) {
    const auto value = object.is_object() ? object.find(key) : object.end();
    return value != object.end() && value->is_string() ? value->get<std::string>() : std::string();
}

/// What a decision says of its request: not who compiled the policy, nor what would change it.
Json decided(Json decision) {
    decision.erase("what_if");
    decision.at("policy").erase("compiler");
    return decision;
}

std::string differing_fields(const Json& recorded, const Json& again) {
    std::string fields;
    Json all = recorded;
    all.update(again);
    for (const auto& [key, value] : all.items()) {
        const auto left = recorded.find(key);
        const auto right = again.find(key);
        if (left != recorded.end() && right != again.end() && *left == *right) continue;
        fields += fmt::format("{}`{}`", fields.empty() ? "" : ", ", key);
    }
    return fields;
}

/// `approved`, now `criteria not met`; or the fields that are not as they were.
std::string difference(const Json& recorded, const Json& again) {
    const std::string before = text_at(recorded, "outcome");
    const std::string now = text_at(again, "outcome");
    if (before != now) return fmt::format("was `{}`, is now `{}`", before, now);
    return fmt::format("not as it was: {}", differing_fields(recorded, again));
}

ReplayOutcome decide_again(const model::Policy& policy, std::string_view request, const Json& recorded) {
    const model::Description description(policy);
    const json::RequestReading reading = json::read_request(request, description.get());
    if (const std::string address = address_in(reading, policy); !address.empty())
        return {Replayed::different,
                fmt::format("its request says by `{}` which policy it is for; such requests are not replayed yet",
                            address)};
    if (!reading.errors.empty())
        return {Replayed::different, "its request cannot be read: " + json::to_text(reading.errors.front())};
    const json::Detail detail = recorded.contains("trace") ? json::Detail::full : json::Detail::brief;
    const Json again = decided(Json::parse(
        json::write_decision(interpret(policy, reading.request), description.get(), text_at(recorded, "id"), detail)));
    const Json before = decided(recorded);
    if (before == again) return {};
    return {Replayed::different, difference(before, again)};
}

}  // namespace

Replay::Replay(PolicyTexts& texts, const std::vector<FilledLine>& requests, std::size_t decision_count)
    : texts_(texts), requests_(requests), pairs_by_place_(requests.size() == decision_count) {
    for (const FilledLine& request : requests) {
        const std::string id = text_at(Json::parse(request.text, nullptr, false), "id");
        if (!id.empty() && !request_by_id_.emplace(id, request.text).second) repeated_ids_.insert(id);
    }
}

std::string_view Replay::request_of(const std::string& id, std::size_t place) const {
    if (id.empty() || repeated_ids_.contains(id)) return pairs_by_place_ ? requests_[place].text : std::string_view();
    const auto found = request_by_id_.find(id);
    return found == request_by_id_.end() ? std::string_view() : found->second;
}

std::string Replay::why_no_request(const std::string& id) const {
    if (id.empty()) return "no `id`, by which its request would be found";
    return fmt::format("{} `{}`", repeated_ids_.contains(id) ? "several requests" : "no request", id);
}

std::vector<ReplayOutcome> Replay::replay(std::string_view line, std::size_t place) {
    const Json recorded = Json::parse(line, nullptr, false);
    if (!recorded.is_object()) return {{Replayed::no_decision, "no decision"}};
    const std::string id = text_at(recorded, "id");
    const std::string_view request = request_of(id, place);
    const Json decisions = recorded.value("decisions", Json::array({recorded}));
    if (!decisions.is_array() || decisions.empty()) return {{Replayed::no_decision, "no decision"}};
    std::vector<ReplayOutcome> outcomes;
    for (const Json& decision : decisions) {
        const Json named = decision.is_object() ? decision.value("policy", Json()) : Json();
        const std::string hash = text_at(named, "hash");
        const model::Policy* policy = hash.empty() ? nullptr : texts_.find(hash);
        if (hash.empty())
            outcomes.push_back({Replayed::no_decision, "no decision that says which text made it"});
        else if (request.empty())
            outcomes.push_back({Replayed::no_request, why_no_request(id)});
        else if (policy == nullptr)
            outcomes.push_back(
                {Replayed::no_text, fmt::format("no such text: {}, text of {}, hash {}", text_at(named, "number"),
                                                text_at(named, "text"), hash)});
        else
            outcomes.push_back(decide_again(*policy, request, decision));
    }
    return outcomes;
}

}  // namespace pol
