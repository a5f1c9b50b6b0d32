#include "compiler/driver/content_hash.hpp"

#include <fmt/format.h>
#include <sha2.h>

namespace pol {
namespace {

/// A line as `sha256sum` prints it.
std::string line_of(const ast::File& file, const std::string& name, const SourceMap& sources) {
    return fmt::format("{}  {}.pol\n", sha256(sources.file(file.file).text()), name);
}

}  // namespace

std::string sha256(std::string_view bytes) {
    char digits[SHA256_DIGEST_STRING_LENGTH];
    SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), digits);
    return digits;
}

std::string content_hash(const ast::Program& program, const SourceMap& sources) {
    std::string listing = line_of(program.policy, policy_of(program).name.text, sources);
    if (program.plan) listing += line_of(*program.plan, plan_of(program).name.text, sources);
    for (const ast::File& file : program.facts) {
        const auto& facts = std::get<ast::FactsFile>(file.declared).facts;
        listing += line_of(file, facts.name ? facts.name->text : std::string(), sources);
    }
    return sha256(listing);
}

}  // namespace pol
