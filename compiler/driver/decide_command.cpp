#include "compiler/advise/write_advice.hpp"
#include "compiler/driver/coloured_decision.hpp"
#include "compiler/driver/commands.hpp"
#include "compiler/driver/files.hpp"
#include "compiler/driver/lines.hpp"
#include "compiler/interpret/interpret.hpp"
#include "compiler/model/describe.hpp"
#include "pol/closest_name.hpp"
#include "pol/json/address.hpp"
#include "pol/json/members.hpp"
#include "pol/json/read_request.hpp"
#include "pol/json/write_decision.hpp"
#include "pol/json/write_text.hpp"
#include "pol/text_view.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <string_view>
#include <utility>
#include <vector>

namespace pol {
namespace {

/// Decides requests of one policy and keeps how it went.
class Decider {
public:
    Decider(const model::Policy& policy, const DecideOptions& options)
        : policy_(policy),
          description_(policy),
          options_(options),
          reader_(description_.get()),
          writer_(description_.get()) {}

    [[nodiscard]] ExitCode decide(std::string_view text, const std::string& place) {
        RequestRecord request;
        request.answers.resize(description_.get().facts.size);
        const json::Reading& reading = reader_.read(text, json::target_of(request));
        const auto framing = options_.lines ? json::Framing::one_a_line : json::Framing::whole_text;
        print_error(json::error_lines(reading, place, framing) + hint_for(reading) + hint_about_lines(reading, text));
        if (!reading.errors.empty()) return ExitCode::errors;
        const DecisionRecord decision = interpret(policy_, request);
        return print_result(heading(place, reading.id) + rendered(request, reading.id, decision), ExitCode::success);
    }

private:
    /// For a file of one request a line that is read as one.
    [[nodiscard]] std::string hint_about_lines(const json::Reading& reading, std::string_view text) const {
        if (options_.lines || reading.errors.empty()) return {};
        const std::vector<FilledLine> lines = filled_lines(text);
        const bool are_several = lines.size() > 1 && !json::members_of(lines[0].text).empty() &&
                                 lines[1].text.substr(lines[1].text.find_first_not_of(" \t")).starts_with('{');
        return are_several ? "  hint: `--lines` reads one request a line\n" : "";
    }

    /// What takes a request that says which policy it is for; said once, however many lines do.
    [[nodiscard]] std::string hint_for(const json::Reading& reading) {
        const std::string address = address_in(reading);
        if (address.empty() || std::exchange(has_hinted_, true)) return {};
        return fmt::format(
            "  hint: polc decides by the policy it is given, so leave `{}` out; a program with a registry, such as "
            "`adjudicate`, finds the policy by it\n",
            address);
    }

    /// The member by which a request says which of many policies it is for, or nearly; empty where it is none of what
    /// is wrong.
    [[nodiscard]] std::string address_in(const json::Reading& reading) const {
        constexpr std::string_view request = "$.";
        for (const json::RequestError& error : reading.errors) {
            const std::string_view path = error.path;
            const std::string_view name = path.starts_with(request) ? path.substr(request.size()) : std::string_view();
            if (!json::has_fact(description_.get(), name) && is_nearly_address(name)) return std::string(name);
        }
        return {};
    }

    /// Whether it is meant for an address; one of the policy's facts that is as near is suggested already.
    [[nodiscard]] bool is_nearly_address(std::string_view name) const {
        if (json::is_address(name)) return true;
        std::vector<std::string_view> facts;
        for (const FactDescription& fact : description_.get().facts) facts.push_back(view(fact.name));
        return closest_name(name, facts).empty() && !closest_name(name, json::address_names()).empty();
    }

    /// Tells decisions for people apart where there are several.
    [[nodiscard]] std::string heading(const std::string& place, const std::string& id) {
        if (!options_.lines || options_.format == OutputFormat::json) return {};
        return fmt::format("{}== {}{}{}\n", std::exchange(is_first_, false) ? "" : "\n", place, id.empty() ? "" : " ",
                           id);
    }

    [[nodiscard]] std::string rendered(const RequestRecord& request, const std::string& id,
                                       const DecisionRecord& decision) {
        if (options_.format == OutputFormat::json) return object(request, id, decision) + "\n";
        const std::string text = json::write_text(decision, description_.get());
        const std::string advice = options_.what_if ? advise::write_text(policy_, request, decision) : std::string();
        return (is_coloured(options_.colour, STDOUT_FILENO) ? coloured_decision(text, decision.outcome) : text) +
               advice;
    }

    [[nodiscard]] std::string object(const RequestRecord& request, const std::string& id,
                                     const DecisionRecord& decision) {
        std::string object;
        writer_.write(decision, id, json::Detail::full, object);
        const std::string advice = options_.what_if ? advise::write_json(policy_, request, decision) : std::string();
        if (!advice.empty()) object.insert(object.size() - 1, ",\"what_if\":" + advice);
        return object;
    }

    const model::Policy& policy_;
    model::Description description_;
    const DecideOptions& options_;
    json::RequestReader reader_;
    json::DecisionWriter writer_;
    bool is_first_ = true;
    bool has_hinted_ = false;
};

ExitCode decide_lines(Decider& decider, std::string_view text, const std::string& name) {
    ExitCode worst = ExitCode::success;
    for (const FilledLine& line : filled_lines(text)) {
        const ExitCode code = decider.decide(line.text, fmt::format("{}:{}", name, line.number));
        if (code == ExitCode::environment) return code;
        if (code != ExitCode::success) worst = code;
    }
    return worst;
}

}  // namespace

ExitCode run_decide(const DecideOptions& options) {
    if (says_both_are_standard_input("decide", "policy", options.policy, "request", options.request))
        return ExitCode::wrong_use;
    Run run(options.import_dirs);
    const std::optional<model::Policy> policy = build_model(run, options.policy);
    if (!policy) return report(run, OutputFormat::text, options.colour);
    const std::string name = shown_name(options.request);
    FileError error;
    const std::optional<std::string> request = read_text_file(options.request, error);
    if (!request) return report_unreadable(name, error.reason);
    Decider decider(*policy, options);
    return options.lines ? decide_lines(decider, *request, name) : decider.decide(*request, name);
}

}  // namespace pol
