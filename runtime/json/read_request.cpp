#include "pol/json/read_request.hpp"

#include "runtime/json/document.hpp"
#include "runtime/json/request_filler.hpp"
#include "runtime/json/syntax_error.hpp"

#include <utility>

namespace pol::json {

class RequestReader::State {
public:
    explicit State(const PolicyDescription& policy) : filler_(policy) {}

    const Reading& read(std::string_view text, const RequestTarget& target) {
        reading_.id.clear();
        reading_.errors.clear();
        reading_.is_cut_off = false;
        if (document_.parse(text))
            filler_.fill(document_.root(), target, reading_);
        else
            take(find_syntax_error(text));
        return reading_;
    }

private:
    void take(SyntaxError error) {
        reading_.errors.push_back({std::move(error.path), std::move(error.message)});
        reading_.is_cut_off = error.is_cut_off;
    }

    Document document_;
    RequestFiller filler_;
    Reading reading_;
};

RequestReader::RequestReader(const PolicyDescription& policy) : state_(std::make_unique<State>(policy)) {}
RequestReader::RequestReader(RequestReader&&) noexcept = default;
RequestReader& RequestReader::operator=(RequestReader&&) noexcept = default;
RequestReader::~RequestReader() = default;

const Reading& RequestReader::read(std::string_view text, const RequestTarget& target) {
    return state_->read(text, target);
}

RequestReading read_request(std::string_view text, const PolicyDescription& policy) {
    RequestReading reading;
    reading.request.answers.resize(policy.facts.size);
    RequestReader reader(policy);
    static_cast<Reading&>(reading) = reader.read(text, target_of(reading.request));
    return reading;
}

std::string to_text(const RequestError& error) { return error.path + ": " + error.message; }

std::string error_lines(const Reading& reading, std::string_view place, Framing framing) {
    std::string lines;
    for (const RequestError& error : reading.errors) {
        lines.append(place).append(": error: ").append(to_text(error));
        if (reading.is_cut_off && framing == Framing::one_a_line) lines += "; each line must hold one whole request";
        lines += '\n';
    }
    return lines;
}

}  // namespace pol::json
