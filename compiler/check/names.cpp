#include "compiler/check/names.hpp"

#include "compiler/check/context.hpp"
#include "compiler/diagnostics/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pol::checking {

NameTable::NameTable(std::string what, Sink& sink) : what_(std::move(what)), sink_(sink) {}

void NameTable::add(const std::string& name, Span span) {
    const auto [first, is_new] = first_.emplace(name, span);
    if (!is_new)
        add_with_place(sink_, FindingCode::repeated_name, span, fmt::format("a second {} is called `{}`", what_, name),
                       "give one of them another name", first->second, "the first one");
}

void add_unknown_name(Sink& sink, const std::string& what, const ast::Name& name,
                      const std::vector<std::string>& known) {
    constexpr std::size_t few = 6;
    std::string hint = did_you_mean(name.text, known);
    if (hint.empty() && !known.empty() && known.size() <= few)
        hint = (known.size() == 1 ? "there is only " : "there are ") + quoted_list(known);
    sink.add(FindingCode::unknown_name, name.span, fmt::format("no {} is called `{}`", what, name.text),
             std::move(hint));
}

void add_unknown_value(Sink& sink, const ast::Name& value, const std::string& fact,
                       const std::vector<std::string>& values) {
    std::string hint = did_you_mean(value.text, values);
    if (hint.empty() && !values.empty()) hint = "its values are " + quoted_list(values);
    sink.add(FindingCode::unknown_value, value.span, fmt::format("`{}` is not a value of `{}`", value.text, fact),
             std::move(hint));
}

void check_repeats(Sink& sink, const std::vector<ast::Name>& names) {
    std::unordered_map<std::string, Span> first;
    for (const ast::Name& name : names) {
        const auto [place, is_new] = first.emplace(name.text, name.span);
        if (!is_new)
            add_with_place(sink, FindingCode::repeated_entry, name.span,
                           fmt::format("`{}` stands here twice", name.text), "leave one of them out", place->second,
                           "the first one");
    }
}

void check_name_list(Sink& sink, const std::string& what, const std::vector<ast::Name>& names,
                     const std::vector<std::string>& known) {
    check_repeats(sink, names);
    for (const ast::Name& name : names)
        if (std::find(known.begin(), known.end(), name.text) == known.end()) add_unknown_name(sink, what, name, known);
}

std::string quoted_list(const std::vector<std::string>& names, const std::string& last_joint) {
    constexpr std::size_t longest = 8;
    const bool is_cut = names.size() > longest;
    const std::size_t shown = is_cut ? longest - 1 : names.size();
    std::string list;
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) list += !is_cut && i + 1 == shown ? " " + last_joint + " " : ", ";
        list += "`" + names[i] + "`";
    }
    return is_cut ? fmt::format("{} {} {} more", list, last_joint, names.size() - shown) : list;
}

}  // namespace pol::checking
