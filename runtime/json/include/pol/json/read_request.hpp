#pragma once

#include "pol/json/request_target.hpp"
#include "pol/record.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pol::json {

/// What is wrong with a request: where (`$.diagnosis.value`) and a sentence for the one who sent it. Of a text of
/// several lines also the line and column, counted from 1, where that is known; else they are 0.
struct RequestError {
    std::string path;
    std::string message;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// How the reading of a request went. It may be decided only if `errors` is empty. `id` is the sender's own name for
/// the request, empty where it carries none.
struct Reading {
    std::string id;
    std::vector<RequestError> errors;
    /// The text ends within the request.
    bool is_cut_off = false;
};

/// More errors than this are not reported of one request.
inline constexpr std::size_t most_errors_reported = 20;

/// Whether those who send requests may write an address (address.hpp), taken out before a reader sees it: then a member
/// that is nearly one is told so. Who reads for one policy alone says that it is no fact, and no more.
enum class Addressing { none, by_member };

/// Reads the requests of one policy, one JSON object each as docs/json.md describes it. Any bytes may come in: what is
/// no request of this policy is reported, several independent errors in one reading, never guessed at. The reader keeps
/// its memory from request to request: for requests without lists and without errors it soon asks for no more. One
/// reader serves one thread.
class RequestReader {
public:
    /// The description must outlive the reader.
    explicit RequestReader(const PolicyDescription& policy, Addressing addressing = Addressing::none);
    RequestReader(RequestReader&&) noexcept;
    RequestReader& operator=(RequestReader&&) noexcept;
    ~RequestReader();

    /// Fills a request that says nothing yet; one with errors may be filled in part. The reading is valid until the
    /// next.
    const Reading& read(std::string_view text, const RequestTarget& target);

private:
    class State;
    std::unique_ptr<State> state_;
};

/// A request as read into a record, which always has one answer per fact of the policy.
struct RequestReading : Reading {
    RequestRecord request;
};

/// Reads one request into a record. Who has many of them keeps a reader.
[[nodiscard]] RequestReading read_request(std::string_view text, const PolicyDescription& policy,
                                          Addressing addressing = Addressing::none);

/// `$.diagnosis: must be …`, as it stands after the place of the request in its file; with a line it is
/// `$.diagnosis, line 3, column 16: must be …`.
[[nodiscard]] std::string to_text(const RequestError& error);

/// How requests stand in what is read: one in the whole text, or one a line.
enum class Framing { whole_text, one_a_line };

/// The errors of a reading, one a line as a compiler prints them: `requests.jsonl:17: error: $.diagnosis: must be …`,
/// with `place` for the file and the line.
[[nodiscard]] std::string error_lines(const Reading& reading, std::string_view place, Framing framing);

}  // namespace pol::json
