#include "compiler/registry/series.hpp"

#include "pol/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace pol::registry {
namespace {

Date day_after(Date day) { return Date{day.days + 1}; }
Date day_before(Date day) { return Date{day.days - 1}; }

/// `on 2026-01-01`, `from 2026-01-01 through 2026-02-28`, `from 2026-01-01 on`.
std::string days_words(Date first, Date last) {
    if (first == last) return "on " + iso_text(first);
    if (last == open_end) return fmt::format("from {} on", iso_text(first));
    return fmt::format("from {} through {}", iso_text(first), iso_text(last));
}

void add(Sink& sink, FindingCode code, const PlacedText& older, const PlacedText& newer, std::string message,
         std::string hint) {
    Finding finding{
        .code = code, .span = newer.line, .message = std::move(message), .hint = std::move(hint), .labels = {}};
    finding.labels.push_back({older.line, fmt::format("the text of `{}`", older.summary->name)});
    sink.add(std::move(finding));
}

void compare(const PlacedText& older, const PlacedText& newer, Sink& sink) {
    const TextSummary& before = *older.summary;
    const TextSummary& after = *newer.summary;
    if (before.selected_by != after.selected_by) {
        add(sink, FindingCode::text_selection, older, newer,
            fmt::format("this text of `{}` is selected by `{}`, that of `{}` by `{}`", after.number, after.selected_by,
                        before.name, before.selected_by),
            "select all texts of a policy by the same date");
    } else if (before.through >= after.from) {
        add(sink, FindingCode::text_overlap, older, newer,
            fmt::format("two texts of `{}` are in force {}, this one and that of `{}`", after.number,
                        days_words(after.from, std::min(before.through, after.through)), before.name),
            before.from == after.from
                ? "leave one of them out, or correct its dates or its number"
                : fmt::format("end the older one the day before: `through {}`", iso_text(day_before(after.from))));
    } else if (day_after(before.through) < after.from && !after.earlier_refers) {
        add(sink, FindingCode::text_gap, older, newer,
            fmt::format("no text of `{}` is in force {}, between that of `{}` and this one", after.number,
                        days_words(day_after(before.through), day_before(after.from)), before.name),
            "add the text that is missing or let the two meet; where another document holds in between, say here "
            "`earlier refer to policy \"…\"`");
    }
}

}  // namespace

bool comes_before(const TextSummary& left, const TextSummary& right) {
    return std::tie(left.number, left.plan, left.from.days, left.name) <
           std::tie(right.number, right.plan, right.from.days, right.name);
}

bool are_one_series(const TextSummary& left, const TextSummary& right) {
    return left.number == right.number && left.plan == right.plan;
}

void check_series(std::vector<PlacedText> texts, Sink& sink) {
    std::sort(texts.begin(), texts.end(), [](const PlacedText& left, const PlacedText& right) {
        return comes_before(*left.summary, *right.summary);
    });
    // The text that reaches furthest of those before, as a long one may cover several.
    const PlacedText* reaching = nullptr;
    for (const PlacedText& text : texts) {
        const bool is_series = reaching != nullptr && are_one_series(*reaching->summary, *text.summary);
        if (is_series) compare(*reaching, text, sink);
        if (!is_series || reaching->summary->through < text.summary->through) reaching = &text;
    }
}

}  // namespace pol::registry
