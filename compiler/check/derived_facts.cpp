#include "compiler/check/code_lists.hpp"
#include "compiler/check/code_shapes.hpp"
#include "compiler/check/context.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/diagnostics/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace pol::checking {
namespace {

/// One derived fact and what it is derived from.
class DerivedCheck {
public:
    DerivedCheck(const ast::FactDeclaration& fact, const ast::FactDeclaration& source, Sink& sink)
        : derived_(std::get<ast::DerivedType>(fact.type)),
          name_(fact.name),
          source_(source),
          sink_(sink),
          code_(std::get_if<ast::CodeType>(&source.type)),
          codes_(sink) {}

    void run() {
        check_names();
        for (const ast::ValueGroup& group : derived_.groups) check(group);
        check_rest();
    }

private:
    void check_names() {
        if (derived_.groups.empty())
            sink_.add(FindingCode::empty_list, name_.span, fmt::format("`{}` has no groups", name_.text),
                      fmt::format("write one group of the values of `{}` a line", source_.name.text));
        NameTable names("group of `" + name_.text + "`", sink_);
        for (const ast::ValueGroup& group : derived_.groups) names.add(group.name.text, group.name.span);
        if (derived_.groups.size() == 1)
            sink_.add(FindingCode::single_value, derived_.groups.front().name.span,
                      fmt::format("`{}` can only be `{}`", name_.text, derived_.groups.front().name.text),
                      "add the other groups");
    }

    void check(const ast::ValueGroup& group) {
        const std::vector<std::string> values = values_of(source_);
        if (otherwise_ != nullptr)
            sink_.add(FindingCode::otherwise_last, group.span, "no value is left below `otherwise`",
                      "`otherwise` stands at the last group");
        if (group.values.empty()) otherwise_ = &group;
        for (const ast::Name& value : group.values) {
            if (code_ != nullptr) {
                if (const std::optional<codes::Range> range = check_codes(code_->system, value, sink_))
                    codes_.add_to_group(value, *range);
                continue;
            }
            if (!contains(values, value.text)) {
                add_unknown_value(sink_, value, source_.name.text, values);
                continue;
            }
            const auto [first, is_new] = groups_.emplace(value.text, value.span);
            if (!is_new)
                add_with_place(sink_, FindingCode::value_in_two_groups, value.span,
                               fmt::format("`{}` is in a group already", value.text), "a value belongs to one group",
                               first->second, "the first one");
        }
    }

    /// Values that no group names: those of `otherwise`.
    void check_rest() {
        std::vector<std::string> rest;
        for (const std::string& value : values_of(source_))
            if (groups_.count(value) == 0) rest.push_back(value);
        if (derived_.groups.empty()) return;
        if (code_ != nullptr && otherwise_ == nullptr)
            sink_.add(FindingCode::value_without_group, name_.span,
                      fmt::format("codes are left that are in no group of `{}`", name_.text),
                      "end with a group of all others, as in `other otherwise`");
        if (code_ != nullptr) return;
        if (otherwise_ == nullptr && !rest.empty())
            sink_.add(FindingCode::value_without_group, name_.span,
                      fmt::format("{} {} in no group of `{}`", quoted_list(rest), rest.size() == 1 ? "is" : "are",
                                  name_.text),
                      "name every value, or end with a group of all others, as in `other otherwise`");
        if (otherwise_ != nullptr && rest.empty())
            sink_.add(FindingCode::empty_group, otherwise_->span,
                      fmt::format("no value of `{}` is left for `{}`", source_.name.text, otherwise_->name.text),
                      "leave the group out");
    }

    const ast::DerivedType& derived_;
    const ast::Name& name_;
    const ast::FactDeclaration& source_;
    Sink& sink_;
    /// What it is derived from, where that is a code, and the codes of its groups.
    const ast::CodeType* code_;
    CodesSoFar codes_;
    std::unordered_map<std::string, Span> groups_;
    const ast::ValueGroup* otherwise_ = nullptr;
};

bool is_source(const ast::FactDeclaration& fact) {
    if (std::holds_alternative<ast::CodeType>(fact.type)) return true;
    return !std::holds_alternative<ast::DerivedType>(fact.type) && !is_dated_choice(fact) && !values_of(fact).empty();
}

std::vector<std::string> possible_sources(const std::vector<ast::FactDeclaration>& facts) {
    std::vector<std::string> names;
    for (const ast::FactDeclaration& fact : facts)
        if (is_source(fact)) names.push_back(fact.name.text);
    return names;
}

}  // namespace

void check_derived_fact(const ast::FactDeclaration& fact, const std::vector<ast::FactDeclaration>& facts, Sink& sink) {
    const ast::Name& source = std::get<ast::DerivedType>(fact.type).source;
    const auto found = std::find_if(facts.begin(), facts.end(),
                                    [&](const ast::FactDeclaration& other) { return other.name.text == source.text; });
    const std::vector<std::string> sources = possible_sources(facts);
    if (found != facts.end() && contains(sources, source.text)) return DerivedCheck(fact, *found, sink).run();
    const char* hint =
        "name a choice, a scale, a code or a yes/no fact of the same block; of a field, a field of its list";
    if (found != facts.end())
        return sink.add(FindingCode::derived_source, source.span,
                        fmt::format("nothing can be derived from `{}`", source.text), hint);
    const std::string meant = did_you_mean(source.text, sources);
    sink.add(FindingCode::unknown_name, source.span, fmt::format("no fact beside it is called `{}`", source.text),
             meant.empty() ? hint : meant);
}

}  // namespace pol::checking
