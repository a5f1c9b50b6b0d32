#pragma once

#include "pol/record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pol::json {

/// What is wrong with a request: where (`$.diagnosis.value`) and a sentence for the one who sent it.
struct RequestError {
    std::string path;
    std::string message;
};

/// A request as read. `request` always has one answer per fact of the policy; it may be decided only if `errors` is
/// empty. `id` is the sender's own name for the request, empty where it carries none.
struct RequestReading {
    RequestRecord request;
    std::string id;
    std::vector<RequestError> errors;
    /// The text ends within the request.
    bool is_cut_off = false;
};

/// More errors than this are not reported of one request.
inline constexpr std::size_t most_errors_reported = 20;

/// Reads a request, one JSON object as docs/json.md describes it. Any bytes may come in: what is not a request of this
/// policy is reported, several independent errors in one reading, never guessed at.
[[nodiscard]] RequestReading read_request(std::string_view text, const PolicyDescription& policy);

/// `$.diagnosis: must be …`, as it stands after the place of the request in its file.
[[nodiscard]] std::string to_text(const RequestError& error);

/// How requests stand in what is read: one in the whole text, or one a line.
enum class Framing { whole_text, one_a_line };

/// The errors of a reading, one a line as a compiler prints them: `requests.jsonl:17: error: $.diagnosis: must be …`,
/// with `place` for the file and the line.
[[nodiscard]] std::string error_lines(const RequestReading& reading, std::string_view place, Framing framing);

}  // namespace pol::json
