// The smallest service: reads a request a line, decides it, writes the decision; what is wrong with a line goes to
// standard error. Ends with 0; with 1 if any line was no request; with 3 if the decisions cannot be written.
#include <pol/json/read_request.hpp>
#include <pol/json/write_decision.hpp>
#include <qalsody.hpp>

#include <iostream>
#include <string>

using namespace plan::qalsody;

int main() {
    pol::json::RequestReader reader(description());
    pol::json::DecisionWriter writer(description());
    bool has_bad_lines = false;
    std::size_t number = 0;
    std::string output;
    for (std::string line; std::cout && std::getline(std::cin, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        Request request;
        const pol::json::Reading& reading = reader.read(line, pol::json::target_of<assign>(request));
        if (!reading.errors.empty()) {
            has_bad_lines = true;
            std::cerr << error_lines(reading, "line " + std::to_string(number), pol::json::Framing::one_a_line);
            continue;
        }
        output.clear();
        writer.write(decide(request), reading.id, pol::json::Detail::brief, output);
        std::cout << output << '\n';
    }
    if (std::cout.flush()) return has_bad_lines ? 1 : 0;
    std::cerr << "one_line: cannot write to standard output\n";
    return 3;
}
