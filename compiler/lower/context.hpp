#pragma once

#include "compiler/ast/program.hpp"
#include "compiler/codes/codes.hpp"
#include "compiler/model/policy.hpp"
#include "compiler/source/source_map.hpp"
#include "compiler/units/units.hpp"

#include <cassert>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pol::lowering {

template <class Index>
using IndexByName = std::map<std::string, Index, std::less<>>;

/// A `see` or `reading` as met on the way through the policy: the section it stands in, for references that leave
/// it out, and the clauses it belongs to.
struct SeePlace {
    const ast::See* see = nullptr;
    std::string section;
    std::vector<model::ClauseIndex> citing;
};
struct ReadingPlace {
    const ast::Reading* reading = nullptr;
    std::string section;
    std::optional<model::ClauseIndex> owner;
};

/// A derived fact: which group each value of its source belongs to, by their places. It is no fact of the model; what
/// is asked of it is asked of its source. Of a code the groups have ranges of codes instead; one without any is that of
/// all other codes.
struct Derived {
    model::FactIndex source = 0;
    std::vector<std::uint16_t> group_of_value;
    std::vector<std::string> groups;
    std::vector<std::vector<codes::Range>> codes_of_group{};
};

/// What the passes of `lower` share: the tree they read, the model they fill, and the tables that turn what an
/// author wrote into indices. Each pass documents which tables it fills (compiler/lower/passes.hpp).
struct Context {
    Context(const ast::Program& whole_program, const SourceMap& source_map)
        : program(whole_program), sources(source_map) {}

    const ast::Program& program;
    const SourceMap& sources;
    model::Policy policy;

    IndexByName<model::FactIndex> fact_by_name;
    IndexByName<Derived> derived_by_name;
    IndexByName<model::TermIndex> term_by_name;
    /// What each term measures, by its index; nothing for conditions.
    std::vector<units::Dimension> term_dimensions;
    /// Times that are months in some cases and days in others: the term of the days, by that of the months.
    std::map<model::TermIndex, model::TermIndex> days_of_time;
    /// The terms that are a choice or a code of an entry: the field, by its whole name.
    std::map<model::TermIndex, std::string> choice_of_term;
    IndexByName<model::ClauseIndex> clause_by_id;
    std::map<const ast::Item*, model::ClauseIndex> clause_of_item;
    std::vector<SeePlace> see_places;
    std::vector<ReadingPlace> reading_places;
    /// Determinations of each clause; an item may state several.
    std::map<model::ClauseIndex, std::vector<model::DeterminationIndex>> determinations_of_clause;
    /// The minimum evidence of conditions that state none themselves.
    Evidence minimum = Evidence::claimed;
};

[[nodiscard]] std::uint32_t line_of(const Context& context, const Span& span);

/// Asserts that the fact is declared.
[[nodiscard]] model::FactIndex fact_named(const Context& context, std::string_view name);

/// Nothing for a name that is no derived fact.
[[nodiscard]] const Derived* derived_fact(const Context& context, std::string_view name);

/// The least evidence that a fact needs where `minimum` is asked for: only provider facts have levels, and fields have
/// that of their list.
[[nodiscard]] Evidence minimum_for(const Context& context, model::FactIndex fact, Evidence minimum);

/// Index of a value as written: of a one-of value, or 0 for `no` and 1 for `yes`.
[[nodiscard]] std::uint16_t value_named(const model::Fact& fact, std::string_view name);

/// Value index of a routing fact: the line, benefit or request kind as written.
[[nodiscard]] std::uint16_t routing_value(const Context& context, BuiltinFact fact, std::string_view name);

/// The clause that a reference written within `section` means: one of that section if it has such an item, else of the
/// section that the reference begins with.
[[nodiscard]] model::ClauseIndex clause_at(const Context& context, const ast::ItemReference& reference,
                                           std::string_view section);

/// Every clause of a range in file order. A range ends behind the last item's own nested items.
[[nodiscard]] std::vector<model::ClauseIndex> clauses_in(const Context& context, const ast::ItemRange& range,
                                                         std::string_view section);

/// Appends an element to a table of the model and returns its index there.
template <class Element>
std::uint16_t append(std::vector<Element>& table, Element element) {
    assert(table.size() < no_index);
    table.push_back(std::move(element));
    return static_cast<std::uint16_t>(table.size() - 1);
}

}  // namespace pol::lowering
