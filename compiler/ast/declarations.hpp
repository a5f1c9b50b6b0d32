#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/ast/expression.hpp"
#include "compiler/ast/statement.hpp"
#include "pol/date.hpp"

#include <optional>
#include <vector>

namespace pol::ast {

/// `neurology "neurology"`; the text is absent where only the name stands.
struct ValueDeclaration {
    Name name;
    std::optional<Text> text;
};

/// `icd10cm G12.21 for als not in document "…"`. `system` and `code` as written.
struct CodeAttribute {
    Name system;
    Name code;
    Name value;
    std::optional<Text> not_in_document;
};

// Types of facts.
/// `yes/no`, `measured yes/no` (with the day on which that was found).
struct YesNoType {
    bool measured = false;
};
/// `one of a, b`; `scale of f0, f1, f2` is ordered, the lowest first; `measured one of a, b` and `measured scale of a,
/// b` have a day, too.
struct ChoiceType {
    std::vector<ValueDeclaration> values;
    bool ordered = false;
    bool measured = false;
};
/// `icd10cm code`, by the word of the system.
struct CodeType {
    Name system;
};
/// `number in kg`, `number`, `measured in g/dL` (with the day of the measurement), `… between 0.5 and 400`.
struct NumberType {
    std::optional<Name> unit;
    bool measured = false;
    struct Bounds {
        Decimal least;
        Decimal most;
    };
    std::optional<Bounds> between;
};
/// `date`.
struct DateType {};
/// `list of "…"`: entries, each with these fields. The text is the phrase of the list.
struct FactDeclaration;
struct ListType {
    std::vector<FactDeclaration> fields;
};
/// `ssri "SSRI" sertraline, escitalopram`; without values `other otherwise`: all that are in no other group.
struct ValueGroup {
    Name name;
    std::optional<Text> text;
    std::vector<Name> values;
    Span span;
};
/// `derived from drug`: the group that the value of another fact or field belongs to.
struct DerivedType {
    Name source;
    std::vector<ValueGroup> groups;
};
using FactType = std::variant<YesNoType, ChoiceType, CodeType, NumberType, DateType, ListType, DerivedType>;

/// `NAME : TYPE …`.
struct FactDeclaration {
    Name name;
    FactType type;
    std::optional<Text> phrase;
    std::optional<Text> ask;
    std::vector<Name> implies;
    std::vector<CodeAttribute> codes;
    /// `not before date_of_request`, of dates.
    std::optional<Name> not_before;
    std::optional<Text> not_in_document;
    Span span;
};

/// `date_of_service not before date_of_request` in a plan: a fact of the request that never lies before another one.
struct DayOrder {
    Name day;
    Name not_before;
    Span span;
};

/// `facts als from provider … end`; in a plan file `facts from plan … end` (then `name` is absent).
struct FactsBlock {
    std::optional<Name> name;
    /// `plan` or `provider`.
    Name source;
    std::vector<FactDeclaration> facts;
    Span span;
};

/// `child_health_plus "Child Health Plus" members under 19 years not in document "…"`.
struct LineOfBusiness {
    Name name;
    Text text;
    /// Product rule: members are younger than this.
    std::optional<Duration> members_under;
    std::optional<Text> not_in_document;
    Span span;
};

struct CalendarBlock {
    std::optional<ShortMonths> short_months;
    std::optional<LeapBirthday> leap_birthday;
    /// Where the two lines stand.
    Span short_months_span, leap_birthday_span;
    Span span;
};

/// `plan NAME "…" … end`. Its parts in the order written are kept by their spans.
struct Plan {
    Name name;
    Text title;
    std::vector<LineOfBusiness> lines;
    std::vector<Name> benefits;
    std::vector<Name> requests;
    std::vector<DayOrder> day_orders;
    std::optional<CalendarBlock> calendar;
    std::optional<EvidenceRule> evidence;
    std::vector<FactsBlock> facts;
    /// Where the single lines stand, for findings.
    Span lines_span, benefits_span, requests_span, evidence_span;
    Span span;
};

}  // namespace pol::ast
