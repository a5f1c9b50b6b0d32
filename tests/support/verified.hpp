#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pol::test {

/// Where one difference was found: the policy's line and, where the document has a place for it, its line (else 0).
struct FoundAt {
    std::string code;
    std::string message;
    std::uint32_t policy_line = 0;
    std::uint32_t document_line = 0;
};

/// Compares the text of a policy with that of a document. `path` is where the policy's plan and facts are found.
[[nodiscard]] std::vector<FoundAt> differences_of(const std::string& path, const std::string& policy,
                                                  const std::string& document);

/// The same as a reader sees it; the files are called by their paths.
[[nodiscard]] std::string verify_report(const std::string& policy_path, const std::string& document_path);

}  // namespace pol::test
