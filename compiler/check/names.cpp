#include "compiler/check/names.hpp"

#include "compiler/check/context.hpp"
#include "compiler/diagnostics/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pol::checking {

NameTable::NameTable(std::string what, Sink& sink) : what_(std::move(what)), sink_(sink) {}

bool NameTable::add(const std::string& name, Span span) {
    const auto [first, is_new] = first_.emplace(name, span);
    if (!is_new)
        add_with_place(sink_, FindingCode::repeated_name, span, fmt::format("a second {} is called `{}`", what_, name),
                       "give one of them another name", first->second, "the first one");
    return is_new;
}

void add_unknown_name(Sink& sink, const std::string& what, const ast::Name& name,
                      const std::vector<std::string>& known) {
    sink.add(FindingCode::unknown_name, name.span, fmt::format("no {} is called `{}`", what, name.text),
             did_you_mean(name.text, known));
}

void check_name_list(Sink& sink, const std::string& what, const std::vector<ast::Name>& names,
                     const std::vector<std::string>& known) {
    std::unordered_map<std::string, Span> first;
    for (const ast::Name& name : names) {
        const auto [place, is_new] = first.emplace(name.text, name.span);
        if (!is_new)
            add_with_place(sink, FindingCode::repeated_entry, name.span,
                           fmt::format("`{}` stands here twice", name.text), "leave one of them out", place->second,
                           "the first one");
        else if (std::find(known.begin(), known.end(), name.text) == known.end())
            add_unknown_name(sink, what, name, known);
    }
}

std::string quoted_list(const std::vector<std::string>& names, const std::string& last_joint) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) list += i + 1 == names.size() ? " " + last_joint + " " : ", ";
        list += "`" + names[i] + "`";
    }
    return list;
}

}  // namespace pol::checking
