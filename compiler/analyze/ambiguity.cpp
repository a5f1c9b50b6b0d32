#include "compiler/analyze/ambiguity.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::analysis {

namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i)
        list += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return list;
}

/// Judges one place.
class Judge {
public:
    Judge(const PreparedPolicy& prepared, const Ambiguity& place, Sink& sink)
        : place_(place), sink_(sink), space_(prepared, place.route) {}

    [[nodiscard]] std::vector<std::string> run() {
        const std::optional<Combinations> combinations = Combinations::of(space_, place_.subjects);
        if (!combinations) return {fmt::format("{}: too many combinations to compare", place_.name)};
        const Comparison comparison = compare(*combinations, place_.written, place_.readings);
        std::string member;
        if (comparison.differs) member = combinations->member(comparison.example);
        if (!member.empty() && place_.said.empty()) report(*combinations, comparison, member);
        if (!comparison.differs && place_.variants.empty()) return {};
        std::vector<std::string> lines{
            fmt::format("{}: {}", place_.name, counts_words(*combinations, comparison, "as written"))};
        if (!member.empty())
            lines.push_back(fmt::format("  decided differently {}: {}", where_words(comparison), member));
        if (!comparison.differs)
            lines.emplace_back(combinations->are_all() ? "  all readings come to the same"
                                                       : "  no member was found for whom they differ");
        for (const Variant& variant : place_.variants) add_variant(lines, variant);
        for (const model::Reading* reading : place_.said)
            lines.push_back(fmt::format("  the policy reads: \"{}\" ({})", reading->text,
                                        reading->decided_by.empty() ? "open" : "decided by " + reading->decided_by));
        return lines;
    }

private:
    /// `of 96 combinations 2 hold as written, 18 with AND first`
    [[nodiscard]] std::string counts_words(const Combinations& combinations, const Comparison& comparison,
                                           const char* first) const {
        std::string words = fmt::format("of {}{} combinations {} hold {}", combinations.are_all() ? "" : "at least ",
                                        combinations.count(), comparison.written, first);
        for (std::size_t i = 0; i < place_.readings.size(); ++i) {
            words += fmt::format(", {} {}", comparison.readings[i].held, place_.readings[i].name);
            if (comparison.readings[i].differing > 0)
                words += fmt::format(" ({} differ)", comparison.readings[i].differing);
        }
        return words;
    }

    /// The plausible readings that decide the example otherwise.
    [[nodiscard]] std::string where_words(const Comparison& comparison) const {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < place_.readings.size(); ++i)
            if (comparison.differs_there[i] && place_.readings[i].is_plausible)
                names.push_back(place_.readings[i].name);
        return joined(names);
    }

    void report(const Combinations& combinations, const Comparison& comparison, const std::string& member) {
        sink_.add(place_.code, place_.span,
                  fmt::format("{}: {}; decided differently {}: {}", place_.complaint,
                              counts_words(combinations, comparison, "as written"), where_words(comparison), member),
                  place_.hint);
    }

    void add_variant(std::vector<std::string>& lines, const Variant& variant) const {
        std::vector<Subject> replaced = place_.subjects;
        replaced[variant.subject] = variant.instead;
        const std::optional<Combinations> combinations = Combinations::of(space_, replaced);
        if (!combinations) return;
        const Comparison comparison = compare(*combinations, place_.written, place_.readings);
        lines.push_back(
            fmt::format("  with {}: {}", variant.name, counts_words(*combinations, comparison, "grouped as written")));
        lines.push_back("    " + agreement_words(variant));
    }

    /// Whether the place as it is grouped says the same with the variant, member by member.
    [[nodiscard]] std::string agreement_words(const Variant& variant) const {
        std::vector<Subject> both = place_.subjects;
        both.push_back(variant.instead);
        const std::optional<Combinations> combinations = Combinations::of(space_, both);
        if (!combinations) return "too many combinations to compare with what is written";
        Grouping other = place_.written;
        replace(other, variant.subject, place_.subjects.size());
        const Comparison comparison = compare(*combinations, place_.written, {{"", std::move(other)}});
        if (!comparison.differs)
            return combinations->are_all() ? "grouped as written that is the same for every member"
                                           : "grouped as written no member was found for whom that differs";
        const std::string member = combinations->member(comparison.example);
        return member.empty() ? "grouped as written that may differ"
                              : fmt::format("grouped as written that differs for: {}", member);
    }

    static void replace(Grouping& grouping, std::size_t subject, std::size_t by) {
        if (grouping.subject == subject) grouping.subject = by;
        for (Grouping& member : grouping.members) replace(member, subject, by);
    }

    const Ambiguity& place_;
    Sink& sink_;
    Space space_;
};

}  // namespace

std::vector<std::string> judge(const PreparedPolicy& prepared, const Ambiguity& ambiguity, Sink& sink) {
    return Judge(prepared, ambiguity, sink).run();
}

}  // namespace pol::analysis
