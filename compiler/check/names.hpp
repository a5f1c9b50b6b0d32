#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/diagnostics/sink.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace pol::checking {

/// Names of one namespace as they are met; reports the second of two that are equal.
class NameTable {
public:
    /// `what` is what the names are called in findings: "fact", "line of business".
    NameTable(std::string what, Sink& sink);
    void add(const std::string& name, Span span);

private:
    std::string what_;
    Sink& sink_;
    std::unordered_map<std::string, Span> first_;
};

/// "no `what` is called `name`", with the closest known name as hint.
void add_unknown_name(Sink& sink, const std::string& what, const ast::Name& name,
                      const std::vector<std::string>& known);

/// "`value` is not a value of `fact`", with the closest value as hint, or all of them.
void add_unknown_value(Sink& sink, const ast::Name& value, const std::string& fact,
                       const std::vector<std::string>& values);

/// Reports names that stand in a list twice.
void check_repeats(Sink& sink, const std::vector<ast::Name>& names);

/// Reports names of a list that are not known or stand twice in it.
void check_name_list(Sink& sink, const std::string& what, const std::vector<ast::Name>& names,
                     const std::vector<std::string>& known);

/// `a`, `b` and `c`; of a long list the beginning and how many more there are.
[[nodiscard]] std::string quoted_list(const std::vector<std::string>& names, const std::string& last_joint = "and");

}  // namespace pol::checking
