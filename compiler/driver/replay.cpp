#include "compiler/driver/replay.hpp"

#include "compiler/driver/differing_values.hpp"
#include "compiler/interpret/interpret.hpp"
#include "pol/json/address.hpp"
#include "pol/json/members.hpp"
#include "pol/json/read_request.hpp"
#include "pol/json/write_decision.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>

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

/// `approved`, now `criteria not met`; or the values that are not as they were.
std::string difference(const Json& recorded, const Json& again) {
    const std::string before = text_at(recorded, "outcome");
    const std::string now = text_at(again, "outcome");
    if (before != now) return fmt::format("was `{}`, is now `{}`", before, now);
    return fmt::format("not as it was: {}", differing_values(recorded, again));
}

ReplayOutcome unreadable(const json::RequestError& error) {
    return {Replayed::different, "its request cannot be read: " + json::to_text(error)};
}

ReplayOutcome decide_again(const DescribedPolicy& text, std::string_view request, const Json& recorded) {
    const PolicyDescription& description = text.description.get();
    const json::RequestReading reading = json::read_request(request, description, json::Addressing::by_member);
    if (!reading.errors.empty()) return unreadable(reading.errors.front());
    const json::Detail detail = recorded.contains("trace") ? json::Detail::full : json::Detail::brief;
    const Json again = decided(Json::parse(
        json::write_decision(interpret(text.policy, reading.request), description, text_at(recorded, "id"), detail)));
    const Json before = decided(recorded);
    if (before == again) return {};
    return {Replayed::different, difference(before, again)};
}

/// The decisions of a line with the texts that made them.
class RecordedLine {
public:
    /// `decisions` is an array; the request is empty if there is none, with the reason.
    RecordedLine(PolicyTexts& texts, std::string_view request, std::string why_no_request, const Json& decisions,
                 bool is_list)
        : request_(request),
          why_no_request_(std::move(why_no_request)),
          members_(json::members_of(request)),
          decisions_(decisions),
          is_list_(is_list) {
        for (const Json& decision : decisions) {
            texts_.push_back(texts.find(text_at(made_by(decision), "hash")));
            answering_.push_back(texts_.back() == nullptr ? nullptr : &texts_.back()->description.get());
        }
    }

    [[nodiscard]] std::vector<ReplayOutcome> replay() const {
        std::vector<ReplayOutcome> outcomes;
        for (std::size_t i = 0; i < decisions_.size(); ++i) outcomes.push_back(replay(decisions_[i], texts_[i]));
        return outcomes;
    }

private:
    [[nodiscard]] static Json made_by(const Json& decision) {
        return decision.is_object() ? decision.value("policy", Json()) : Json();
    }

    [[nodiscard]] ReplayOutcome replay(const Json& decision, const DescribedPolicy* text) const {
        const Json named = made_by(decision);
        const NamedText name{text_at(named, "number"), text_at(named, "text"), text_at(named, "hash")};
        if (name.hash.empty()) return {Replayed::no_decision, "no decision that says which text made it"};
        if (request_.empty()) return {Replayed::no_request, why_no_request_};
        const std::string number_and_day = fmt::format("{}, text of {}", name.number, name.from);
        if (text == nullptr)
            return {Replayed::no_text, fmt::format("no such text: {}, hash {}", number_and_day, name.hash), name};
        ReplayOutcome outcome = replay_by(*text, decision);
        if (is_list_ && outcome.what != Replayed::same) outcome.detail += fmt::format(" ({})", number_and_day);
        return outcome;
    }

    [[nodiscard]] ReplayOutcome replay_by(const DescribedPolicy& text, const Json& decision) const {
        const PolicyDescription& policy = text.description.get();
        if (is_fact_in_place_of_address(policy)) return decide_again(text, request_, decision);
        if (const std::optional<json::RequestError> error = json::error_of_second_address(members_))
            return unreadable(*error);
        return decide_again(text, json::request_for(policy, answering_, request_, members_), decision);
    }

    /// Who asks one policy alone gives no address, but may give a fact that this policy calls `ndc`, say.
    [[nodiscard]] bool is_fact_in_place_of_address(const PolicyDescription& policy) const {
        return !is_list_ && std::any_of(members_.begin(), members_.end(), [&](const json::Member& member) {
            return json::is_address(member.key) && json::has_fact(policy, member.key);
        });
    }

    std::string_view request_;
    std::string why_no_request_;
    std::vector<json::Member> members_;
    const Json& decisions_;
    bool is_list_;
    /// One a decision; null for those that are not there.
    std::vector<const DescribedPolicy*> texts_;
    std::vector<const PolicyDescription*> answering_;
};

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
    const bool is_list = recorded.contains("decisions");
    const Json decisions = is_list ? recorded["decisions"] : Json::array({recorded});
    if (!decisions.is_array() || decisions.empty()) return {{Replayed::no_decision, "no decision"}};
    const std::string_view request = request_of(id, place);
    if (!request.empty()) decided_.insert(request.data());
    return RecordedLine(texts_, request, why_no_request(id), decisions, is_list).replay();
}

}  // namespace pol
