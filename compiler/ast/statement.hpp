#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/ast/condition.hpp"
#include "compiler/ast/rare.hpp"
#include "compiler/ast/table.hpp"
#include "pol/evidence.hpp"
#include "pol/outcome.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace pol::ast {

struct Item;
struct Statement;

/// A label as printed: `1.`, `a)`, `iv.`, `Z1.`, `MIG.`, `T2b3.`, `*`. `text` is without the closing sign; `closing` is
/// '.', ')' or 0 for `*`.
struct Label {
    std::string text;
    char closing = '.';
    Span span;
};

/// `policy "PHARMACY-32"`, `LCD "L33394" at "https://…"`.
struct DocumentReference {
    TargetKind kind = TargetKind::policy;
    Text number;
    std::optional<Text> address;
    Span span;
};

/// `excluded`, `refer to LCD "L33394"`. A document only with `refer`.
struct OutcomePhrase {
    Outcome outcome = Outcome::excluded;
    std::optional<DocumentReference> document;
    Span span;
};

// Attributes: they end the line they belong to or stand on lines of their own below it.
struct ForLines {
    std::vector<Name> lines;
};
struct See {
    std::vector<std::variant<ItemReference, DocumentReference>> references;
};
enum class Connective { and_, or_ };
struct Printed {
    Connective connective = Connective::and_;
};
/// `if CONDITION` behind an item's text: the item is asked only of members of whom the condition holds.
struct OnlyIf {
    Condition condition;
};
struct NotInDocument {
    Text source;
};

/// `reading 5, 6 "…" open`. Without items it is about the block it stands in.
struct Reading {
    std::vector<ItemReference> items;
    Text text;
    /// `decided by "…" on DATE`; absent while `open`.
    struct Decided {
        Text by;
        Date on;
    };
    std::optional<Decided> decided;
};

// What an item can state.
struct Note {
    Text text;
};
struct EvidenceRule {
    Evidence minimum = Evidence::claimed;
};
/// What an outcome stands instead of: nothing, where it comes before the criteria; the approval of those who meet them;
/// what `otherwise` gives to those who do not.
enum class Replaced { nothing, approval, denial };
/// `OUTCOME [ instead of approval ] when CONDITION` or, without a condition, the unconditional outcome.
struct Determination {
    OutcomePhrase outcome;
    Replaced replaces = Replaced::nothing;
    Rare<Condition> condition;
};
/// `exception to TRT.D2 to TRT.D5, TRT.D8`: of a range those items that give an outcome.
struct ExceptionTo {
    std::vector<ItemRange> items;
};
struct Because {
    std::vector<Item> items;
};
/// `notes … end`: what the document labels below an item without stating a rule there, as the schedules below a dosing.
struct Notes {
    std::vector<Item> items;
};
/// A requirement's condition. An item in a group of items states one of these or an ItemGroup.
struct Requirement {
    Condition condition;
};
/// `items 1 to 4` inside a group: those requirements again.
struct ItemsAgain {
    std::vector<ItemRange> ranges;
};
/// A group of labelled items. Members are Item, ItemGroup, ItemsAgain and Reading statements only.
struct ItemGroup {
    Quantifier quantifier = Quantifier::all_of;
    std::optional<Number> count;
    std::vector<Statement> members;
    Span opening;
    /// Of a group that was written as a table: an `any of` with one item a row, its text and its condition made of the
    /// row's cells.
    Rare<Table> table = std::nullopt;
    /// Of a group that was written as `items 1 to 4` behind a label or `requires`: all of these, without an `end`.
    bool is_items_line = false;
};
/// `initial requires all of … end`.
struct Requires {
    Name kind;
    ItemGroup group;
};
/// `dose 100 mg`; the unit is a word.
struct Dose {
    Decimal amount;
    Name unit;
};
/// `loading 3 doses 14 days apart`.
struct Loading {
    Number doses;
    Duration apart;
};
/// `maintenance every 28 days after the last loading dose`; `after_loading` is false for plain `every 28 days`.
struct Maintenance {
    Duration every;
    bool after_loading = false;
};
/// `approve 6 months from date_of_service`: every request kind, renewals counted from the first start. With a kind in
/// front (`renewal approve 12 months from date_of_service`) that kind alone, from the day named. `until D at the
/// latest` cuts the period.
struct Approve {
    std::optional<Name> kind;
    Expression duration;
    Name from;
    std::optional<DayOperand> until;
};
/// `quantity kit "kit volume" = E in mL`, `quantity J1561 = E`: an amount computed for an approval. `what` is a name or
/// a code. `… when CONDITION`: only approvals for which that holds have it.
struct QuantityApproved {
    Name what;
    std::optional<Text> phrase;
    Expression amount;
    /// The unit it is shown in, `in mL`; absent for codes and for numbers without a dimension.
    std::optional<Name> unit;
    Rare<Condition> when;
    /// Of `quantity DRUG = E`, which is an amount for each code of the drug, `when` the product is one that the code is
    /// for: what was written. Only the first of them is printed.
    struct Billing {
        Name drug;
        Rare<Condition> when;
        bool is_first = false;
    };
    Rare<Billing> billing = std::nullopt;
};
/// `otherwise OUTCOME`, with attributes of its own (See, NotInDocument).
struct Otherwise {
    OutcomePhrase outcome;
    std::vector<Statement> attributes;
};

/// `1. "short text"` and everything up to the next label of its list.
struct Item {
    Label label;
    std::optional<Text> text;
    std::vector<Statement> statements;
    Span span;
};

/// One statement of a section, guideline list, group or item, in the order written.
struct Statement {
    std::variant<ForLines, See, Printed, OnlyIf, NotInDocument, Reading, Note, EvidenceRule, Determination, ExceptionTo,
                 Because, Notes, Requirement, ItemsAgain, ItemGroup, Requires, Dose, Loading, Maintenance, Approve,
                 QuantityApproved, Otherwise, Item>
        form;
    Span span;
};

/// Whether an item of a group states a condition or a group.
[[nodiscard]] inline bool asks_something(const Item& item) {
    return std::any_of(item.statements.begin(), item.statements.end(), [](const Statement& statement) {
        return std::holds_alternative<Requirement>(statement.form) || std::holds_alternative<ItemGroup>(statement.form);
    });
}

}  // namespace pol::ast
