#pragma once

#include "compiler/model/describe.hpp"
#include "compiler/model/policy.hpp"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace pol {

/// A text with the description by which its requests are read.
struct DescribedPolicy {
    explicit DescribedPolicy(model::Policy of) : policy(std::move(of)), description(policy) {}
    DescribedPolicy(const DescribedPolicy&) = delete;
    DescribedPolicy& operator=(const DescribedPolicy&) = delete;

    const model::Policy policy;
    const model::Description description;
};

/// Which text made a decision, as the decision names it.
struct NamedText {
    std::string number;
    /// The day from which it is in force.
    std::string from;
    std::string hash;
};

/// Policies on disk, found by what they were read from (content_hash), so that a decision finds the very text that made
/// it, whatever the file is called now and wherever it lies.
class PolicyTexts {
public:
    explicit PolicyTexts(std::vector<std::string> import_dirs) : import_dirs_(std::move(import_dirs)) {}

    /// A policy's file, or all policies of a folder and the folders in it. What is no policy, or has slips in its
    /// syntax, has no hash and is passed over. False if the path cannot be read.
    [[nodiscard]] bool add(const std::string& path);

    /// The meaning of the text with that hash; null if none of the policies has it, or it has errors for this compiler.
    /// Made once, when it is first asked for.
    [[nodiscard]] const DescribedPolicy* find(const std::string& hash);

    /// What is near a text that was not found, behind the sentence that says so: `; did you mean …?`, or nothing.
    [[nodiscard]] std::string hint_for(const NamedText& missing) const;

private:
    struct Added {
        std::string path;
        std::string number;
        std::string from;
    };

    void add_file(const std::string& path);

    std::vector<std::string> import_dirs_;
    std::vector<Added> added_;
    std::map<std::string, std::string> path_by_hash_;
    std::map<std::string, std::unique_ptr<DescribedPolicy>> policy_by_hash_;
};

}  // namespace pol
