#pragma once

#include "compiler/ast/common.hpp"
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

/// `NAME : yes/no …` or `NAME : one of …`.
struct FactDeclaration {
    Name name;
    /// Empty for yes/no.
    std::vector<ValueDeclaration> values;
    std::optional<Text> phrase;
    std::optional<Text> ask;
    std::vector<Name> implies;
    std::vector<CodeAttribute> codes;
    std::optional<Text> not_in_document;
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
    std::optional<CalendarBlock> calendar;
    std::optional<EvidenceRule> evidence;
    std::vector<FactsBlock> facts;
    /// Where the single lines stand, for findings.
    Span lines_span, benefits_span, requests_span, evidence_span;
    Span span;
};

}  // namespace pol::ast
