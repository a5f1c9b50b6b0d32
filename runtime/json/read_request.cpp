#include "pol/json/read_request.hpp"

#include "runtime/json/error_places.hpp"
#include "runtime/json/request_filler.hpp"
#include "runtime/json/structure.hpp"
#include "runtime/json/syntax_error.hpp"

#include <utility>

namespace pol::json {

class RequestReader::State {
public:
    State(const PolicyDescription& policy, Addressing addressing) : filler_(policy, addressing) {}

    const Reading& read(std::string_view text, const RequestTarget& target) {
        reading_.id.clear();
        reading_.errors.clear();
        reading_.is_cut_off = false;
        if (!fill(text, target))
            take(find_syntax_error(text), text);
        else if (!reading_.errors.empty() && has_lines(text))
            find_places(*finder_.find(text), text, reading_.errors);
        return reading_;
    }

private:
    [[nodiscard]] bool fill(std::string_view text, const RequestTarget& target) {
        // Later simdjson passes over a byte order mark. It may only start a file, which is for the file's reader to
        // know.
        if (text.starts_with("\xef\xbb\xbf")) return false;
        const Structure* const structure = finder_.find(text);
        if (structure == nullptr) return false;
        const bool has_escapes = text.find('\\') != std::string_view::npos;
        unescaped_.clear();
        // A text is passed up to four times: while the level of evidence is looked for; when it is taken; and in a
        // list, when entries are counted and when they are read.
        if (has_escapes) unescaped_.reserve(4 * text.size() + readable_behind);
        return filler_.fill(Cursor(*structure, has_escapes ? &unescaped_ : nullptr), target, reading_);
    }

    /// What is no JSON has no other errors.
    void take(SyntaxError error, std::string_view text) {
        reading_.errors.clear();
        RequestError& told = reading_.errors.emplace_back();
        told.path = std::move(error.path);
        told.message = std::move(error.message);
        if (has_lines(text)) set_place(told, text, error.at);
        reading_.is_cut_off = error.is_cut_off;
    }

    StructureFinder finder_;
    RequestFiller filler_;
    Reading reading_;
    std::string unescaped_;
};

RequestReader::RequestReader(const PolicyDescription& policy, Addressing addressing)
    : state_(std::make_unique<State>(policy, addressing)) {}
RequestReader::RequestReader(RequestReader&&) noexcept = default;
RequestReader& RequestReader::operator=(RequestReader&&) noexcept = default;
RequestReader::~RequestReader() = default;

const Reading& RequestReader::read(std::string_view text, const RequestTarget& target) {
    return state_->read(text, target);
}

RequestReading read_request(std::string_view text, const PolicyDescription& policy, Addressing addressing) {
    RequestReading reading;
    reading.request.answers.resize(policy.facts.size);
    RequestReader reader(policy, addressing);
    static_cast<Reading&>(reading) = reader.read(text, target_of(reading.request));
    return reading;
}

std::string to_text(const RequestError& error) {
    std::string text = error.path;
    if (error.line > 0) text += ", line " + std::to_string(error.line) + ", column " + std::to_string(error.column);
    return text.append(": ").append(error.message);
}

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
