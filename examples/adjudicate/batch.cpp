#include "examples/adjudicate/batch.hpp"

#include "examples/adjudicate/addressed.hpp"
#include "examples/adjudicate/line_reader.hpp"

#include <pol/json/address.hpp>

void Batch::clear() {
    text.clear();
    lines.clear();
    decisions.clear();
    errors.clear();
    bad_lines = 0;
}

void Batch::add_line(std::size_t line_number, std::string_view line, bool is_too_long) {
    lines.push_back({line_number, text.size(), line.size(), is_too_long});
    text += line;
}

namespace {

/// Decides the lines of one batch.
class Deciding {
public:
    Deciding(Batch& batch, Desk& desk, const Evaluator& evaluator, pol::json::Detail detail,
             const std::string& input_name)
        : batch_(batch), desk_(desk), evaluator_(evaluator), detail_(detail), input_name_(input_name) {}

    void decide(const Batch::Line& line) {
        const std::string_view text = std::string_view(batch_.text).substr(line.begin, line.size);
        if (line.is_too_long)
            refuse(place_of(line) + ": error: $: longer than " + std::to_string(LineReader::longest_line) + " bytes\n");
        else if (text.find_first_not_of(" \t\r") != std::string_view::npos)
            decide(line, text);
    }

private:
    void decide(const Batch::Line& line, std::string_view text) {
        if (pol::json::may_have_address(text))
            if (const auto answer = answer_addressed(text, place_of(line), evaluator_.registry, detail_, desk_.others))
                return take(*answer);
        const pol::json::Reading& reading = evaluator_.decide_line(desk_, text, detail_, batch_.decisions);
        if (!reading.errors.empty()) refuse(error_lines(reading, place_of(line), pol::json::Framing::one_a_line));
    }

    void take(const AddressedAnswer& answer) {
        if (!answer.errors.empty()) return refuse(answer.errors);
        for (const AddressedAnswer::Decided& decided : answer.decided)
            desk_.summary.add(decided.decision, *decided.policy);
        batch_.decisions += answer.line;
        batch_.decisions += '\n';
    }

    void refuse(const std::string& errors) {
        batch_.errors += errors;
        ++batch_.bad_lines;
    }

    [[nodiscard]] std::string place_of(const Batch::Line& line) const {
        return input_name_ + ':' + std::to_string(line.number);
    }

    Batch& batch_;
    Desk& desk_;
    const Evaluator& evaluator_;
    pol::json::Detail detail_;
    const std::string& input_name_;
};

}  // namespace

void decide_lines(Batch& batch, Desk& desk, const Evaluator& evaluator, pol::json::Detail detail,
                  const std::string& input_name) {
    Deciding deciding(batch, desk, evaluator, detail, input_name);
    for (const Batch::Line& line : batch.lines) deciding.decide(line);
}
