// Lists of entries as people write them elsewhere: counts of them, what is computed of them, their declarations.

#include "compiler/parse/hints.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace pol::parse_detail {
namespace {

bool is_one_of(const std::string& word, const std::vector<std::string_view>& known) {
    return std::find(known.begin(), known.end(), word) != known.end();
}

constexpr const char* counted =
    "entries are counted with `at least`, `at most` or `no`, as in `at least 2 trials where …`";
constexpr const char* computed =
    "of entries there are `number of`, `sum of`, `average of`, `least … of` and `greatest … of`";
constexpr const char* chosen = "by their date there are `latest … of` and `first … of`, as in `latest result of tests`";
constexpr const char* asked = "what is asked of entries stands behind `where`";

}  // namespace

std::string hint_for_count(const Encounter& met) {
    if (met.word == "count")
        return "a count is tested with `at least 2 trials where …`, or is `number of trials where …`";
    if (met.word == "attested" && contains(met.words, "where")) return "`attested` stands before the count of entries";
    const bool counts = is_one_of(met.word, {"more", "less", "fewer", "exactly", "some", "there", "only"});
    if (counts && contains(met.words, "where")) return counted;
    if (met.word == "where")
        return word_before(met, 2) == "different" ? "say which field, as in `2 different class of trials`" : counted;
    const bool is_group = word_before(met, 1) == "any" || word_before(met, 1) == "all";
    if (is_group && contains(met.words, "where")) return counted;
    return {};
}

std::string hint_behind_count(const Encounter& met) {
    const std::string before = word_before(met, 1);
    const std::string opening = word_before(met, 2) + " " + before;
    const bool is_chosen = contains(met.words, "latest") || contains(met.words, "first");
    if (is_chosen && met.word == "where")
        return "give the latest or first day a name with `define`; what is asked of the entries stands there";
    if (is_chosen && met.word == "by") return "`by` stands behind the list, before `where`";
    if (before == "latest" || before == "first" || opening == "first of") return chosen;
    if (before == "of" && contains(met.words, "at") && contains(met.words, "least"))
        return "entries are counted without `of`, as in `at least 2 trials where …`";
    if (opening == "none of") return "entries are counted with `no`, as in `no trials where …`";
    if (opening == "of different" || before == "distinct")
        return "different values are counted in a test, as in `at least 2 different class of trials`";
    if (met.word == "of" && before == "count") return "how many entries there are is `number of`";
    if (is_one_of(before, {"average", "minimum", "maximum", "min", "max", "mean", "total", "lowest", "highest"}))
        return computed;
    if (is_one_of(before, {"earliest", "oldest", "last", "newest", "recent"}) || met.word == "recent") return chosen;
    return is_one_of(met.word, {"with", "which", "that", "whose", "having", "when"}) && contains(met.words, "at")
               ? asked
               : "";
}

std::string hint_for_list(const Encounter& met) {
    if (met.word == "list")
        return contains(met.words, "of") ? "a list stands among facts, behind the `end` of another"
                                         : "`list of` and what it lists, as a text";
    return met.word == "derived" ? "`derived from` and a fact, then a group of its values a line" : "";
}

std::string hint_for_entry(const Encounter& met) {
    for (const char* level : {"claimed", "attested", "documented"})
        if (met.word.starts_with(level)) return "a level stands behind the last entry, for the whole list";
    return {};
}

}  // namespace pol::parse_detail
