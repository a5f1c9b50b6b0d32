// The smallest service: reads a request a line, decides it, writes the decision; what is wrong with a line goes to
// standard error.
#include <pol/json/read_request.hpp>
#include <pol/json/write_decision.hpp>
#include <qalsody.hpp>

#include <iostream>
#include <string>

using namespace plan::qalsody;

int main() {
    pol::json::RequestReader reader(description());
    pol::json::DecisionWriter writer(description());
    std::string output;
    for (std::string line; std::cout && std::getline(std::cin, line);) {
        Request request;
        const pol::json::Reading& reading = reader.read(line, pol::json::target_of<assign>(request));
        if (!reading.errors.empty()) {
            std::cerr << error_lines(reading, "request", pol::json::Framing::one_a_line);
            continue;
        }
        output.clear();
        writer.write(decide(request), reading.id, pol::json::Detail::brief, output);
        std::cout << output << '\n';
    }
    if (std::cout.flush()) return 0;
    std::cerr << "one_line: cannot write to standard output\n";
    return 3;
}
