// The smallest service: reads a request a line, decides it, writes the decision or what is wrong with the line.
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
    for (std::string line; std::getline(std::cin, line);) {
        Request request;
        const pol::json::Reading& reading = reader.read(line, pol::json::target_of<assign>(request));
        output.clear();
        if (reading.errors.empty())
            writer.write(decide(request), reading.id, pol::json::Detail::brief, output);
        else
            output = error_lines(reading, "request", pol::json::Framing::one_a_line);
        std::cout << output << '\n';
    }
}
