#include "examples/adjudicate/addressed.hpp"

#include <pol/closest_number.hpp>
#include <pol/code_hint.hpp>
#include <pol/date_text.hpp>
#include <pol/decide_record.hpp>
#include <pol/json/address.hpp>
#include <pol/json/members.hpp>
#include <pol/json/request_target.hpp>
#include <pol/notation.hpp>
#include <pol/requested_code.hpp>
#include <pol/text_view.hpp>

#include <algorithm>

namespace {

using pol::view;
using pol::json::Member;

[[nodiscard]] pol::Text text_of(std::string_view view) {
    return {view.data(), static_cast<std::uint32_t>(view.size())};
}

[[nodiscard]] bool is_address(const Member& member) { return pol::json::is_address(member.key); }

/// Whether a text has the signs of a day in their places, as `2026-07-01` has.
[[nodiscard]] bool is_written_as_day(std::string_view text) {
    constexpr std::string_view pattern = "0000-00-00";
    const auto fits = [](char wanted, char sign) { return wanted == '-' ? sign == '-' : sign >= '0' && sign <= '9'; };
    return text.size() == pattern.size() && std::equal(pattern.begin(), pattern.end(), text.begin(), fits);
}

[[nodiscard]] int number_at(std::string_view text, std::size_t begin, std::size_t size) {
    int number = 0;
    for (const char digit : text.substr(begin, size)) number = number * 10 + (digit - '0');
    return number;
}

/// What a fact says in quotes, alone or as the `value` of its long form; nothing where it says something else.
[[nodiscard]] std::string_view text_of_fact(const Member& fact) {
    if (fact.is_text) return fact.value;
    for (const Member& part : pol::json::members_of(fact.value))
        if (part.key == "value" && part.is_text) return part.value;
    return {};
}

/// The day of a member like `"date_of_service": "2026-07-01"`; any day where it is no day, which is reported later.
[[nodiscard]] pol::DateRange day_of(const std::vector<Member>& members, std::string_view key) {
    for (const Member& member : members) {
        const std::string_view text = member.key == key ? text_of_fact(member) : std::string_view();
        if (!is_written_as_day(text)) continue;
        const int year = number_at(text, 0, 4);
        const int month = number_at(text, 5, 2);
        const int day_of_month = number_at(text, 8, 2);
        if (month < 1 || month > 12 || day_of_month < 1 || day_of_month > pol::days_in_month(year, month)) continue;
        const pol::Date day = pol::date_of(year, month, day_of_month);
        return {day, day};
    }
    return pol::any_day;
}

/// Answers one addressed line.
class Answering {
public:
    Answering(std::string_view line, std::vector<Member> members, const std::string& place, pol::json::Detail detail,
              PolicyDesks& desks)
        : line_(line), members_(std::move(members)), place_(place), detail_(detail), desks_(desks) {}

    [[nodiscard]] AddressedAnswer answer(const pol::Registry& registry) {
        if (const std::optional<pol::json::RequestError> error = pol::json::error_of_second_address(members_))
            answer_.errors = place_ + ": error: " + to_text(*error) + '\n';
        else
            answer(registry, *std::find_if(members_.begin(), members_.end(), is_address));
        return std::move(answer_);
    }

private:
    void report(const Member& member, const std::string& message) {
        answer_.errors += place_ + ": error: $." + std::string(member.key) + ": " + message + '\n';
    }

    void answer(const pol::Registry& registry, const Member& address) {
        const pol::RequestDays days = {.of_service = day_of(members_, "date_of_service"),
                                       .of_request = day_of(members_, "date_of_request")};
        if (const std::optional<pol::CodeSystem> system = pol::json::code_system_of(address.key)) {
            const pol::ParsedCode parsed = pol::parse_requested_code(*system, address.value);
            const pol::SystemWords words = pol::words_of(*system);
            if (address.is_text && parsed.valid) return decide_by_code(registry.find(parsed.code, days), address, days);
            return report(address, std::string("must be ") + words.name + " like `" + words.example + '`' +
                                       (address.is_text ? ", not `" + std::string(address.value) + "`" +
                                                              pol::code_hint(*system, address.value)
                                                        : "; codes stand in quotes"));
        }
        if (!address.is_text) return report(address, "must be the number of a policy, in quotes");
        const pol::FoundTexts found = registry.find(text_of(address.value), days);
        if (!found.empty()) return decide_by(found, ++found.begin() != found.end());
        report(address, "no policy has the number `" + std::string(address.value) + "`" +
                            pol::closest_number_hint(address.value, registry));
    }

    void decide_by_code(const pol::FoundTexts& found, const Member& address, const pol::RequestDays& days) {
        if (!found.empty()) return decide_by(found, true);
        report(address, "no policy lists the code `" + std::string(address.value) +
                            (is_exact(days.of_service) ? "` on that day" : "`"));
    }

    void decide_by(const pol::FoundTexts& found, bool as_list) {
        std::vector<const pol::PolicyDescription*> answering;
        for (const pol::RegisteredText& text : found) answering.push_back(text.policy().description);
        std::string decisions;
        for (const pol::RegisteredText& text : found) {
            if (!decisions.empty()) decisions += ',';
            if (!decide_by(text.policy(), answering, decisions)) return;
        }
        answer_.line = as_list ? "{" + id() + "\"decisions\":[" + decisions + "]}" : decisions;
    }

    /// Whether there was nothing to report.
    [[nodiscard]] bool decide_by(const pol::CompiledPolicy& policy,
                                 const std::vector<const pol::PolicyDescription*>& answering, std::string& decisions) {
        const pol::PolicyDescription& description = *policy.description;
        PolicyDesks::PolicyDesk& desk = desks_.of(description);
        pol::RequestRecord request;
        request.answers.resize(description.facts.size);
        const pol::json::Reading& reading = desk.reader.read(
            pol::json::request_for(description, answering, line_, members_), pol::json::target_of(request));
        if (!reading.errors.empty()) {
            answer_.errors = error_lines(naming(description, reading), place_, pol::json::Framing::one_a_line);
            return false;
        }
        answer_.decided.push_back({&description, pol::decide(policy, request)});
        desk.writer.write(answer_.decided.back().decision, reading.id, detail_, decisions);
        return true;
    }

    /// The request does not say itself which policy a code and its dates led to: every error does.
    [[nodiscard]] static pol::json::Reading naming(const pol::PolicyDescription& policy, pol::json::Reading reading) {
        for (pol::json::RequestError& error : reading.errors)
            error.message +=
                " (" + std::string(view(policy.number)) + ", text of " + pol::iso_text(policy.text_from) + ")";
        return reading;
    }

    /// As the request writes it.
    [[nodiscard]] std::string id() const {
        for (const Member& member : members_)
            if (member.key == "id" && member.is_text) return "\"id\":\"" + std::string(member.value) + "\",";
        return {};
    }

    std::string_view line_;
    std::vector<Member> members_;
    const std::string& place_;
    pol::json::Detail detail_;
    PolicyDesks& desks_;
    AddressedAnswer answer_;
};

}  // namespace

std::optional<AddressedAnswer> answer_addressed(std::string_view line, const std::string& place,
                                                const pol::Registry& registry, pol::json::Detail detail,
                                                PolicyDesks& desks) {
    std::vector<Member> members = pol::json::members_of(line);
    if (std::none_of(members.begin(), members.end(), is_address)) return std::nullopt;
    return Answering(line, std::move(members), place, detail, desks).answer(registry);
}
