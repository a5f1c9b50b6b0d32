// Decides one request of JSON from standard input.
#include <inhaler.hpp>
#include <pol/json/read_request.hpp>
#include <pol/json/write_text.hpp>

#include <iostream>
#include <iterator>
#include <string>

namespace policy = clinic::inhaler;

namespace {

/// Prints the decision, or what is wrong with the request; whether it is one.
bool answer(const std::string& text) {
    const pol::json::RequestReading reading = pol::json::read_request(text, policy::description());
    for (const pol::json::RequestError& error : reading.errors) std::cout << pol::json::to_text(error) << '\n';
    if (!reading.errors.empty()) return false;
    policy::Request request;
    for (std::uint16_t fact = 0; fact < reading.request.answers.size(); ++fact)
        assign(request, fact, reading.request.answers[fact]);
    std::cout << pol::json::write_text(pol::to_record(decide(request)), policy::description());
    return true;
}

}  // namespace

int main() {
    const bool is_request = answer({std::istreambuf_iterator<char>(std::cin), {}});
    if (std::cout.flush()) return is_request ? 0 : 1;
    std::cerr << "service: cannot write to standard output\n";
    return 3;
}
