#include "compiler/parse/vocabulary.hpp"

#include <sstream>

namespace pol::parse_detail {
namespace {

using Words = std::vector<std::string>;

Words split(const char* words) {
    std::istringstream stream(words);
    Words list;
    for (std::string word; stream >> word;) list.push_back(word);
    return list;
}

/// A kind of line, known by how its table entry in grammar/expectations.hpp begins.
struct LineKind {
    std::string_view expected;
    Words words;
};

const std::vector<LineKind>& line_kinds() {
    static const std::vector<LineKind> kinds{
        {"a statement",
         split("approve attested because criteria does dose end evidence exception excluded for if "
               "investigational items loading maintenance not note otherwise printed quantity reading refer "
               "review see table all any none at age")},
        {"a fact", split("ask icd10cm implies not end")},
        {"a field", split("ask not end")},
        {"a group and", split("end")},
        {"a line of business", split("members not end")},
        {"`short months`", split("short leap end")},
        {"a part of the plan", split("lines benefits requests calendar evidence facts end")},
        {"a line of the header", split("number plan facts effective reviewed text earlier see reading end")},
        {"a code", split("hcpcs cpt ndc end")},
        {"boxes", split("reading see end")},
        {"a line of the table", split("columns row otherwise end")},
        {"a row", split("reading end")},
        {"facts such as", split("evidence like expect from doses units quantity met failing by no possible every ask "
                                "end")},
        {"a value and when", split("end")},
        {"a block", split("drug gate applies define section guidelines history scenario check")},
        {"`policy`", split("policy plan facts")},
    };
    return kinds;
}

}  // namespace

const Words& line_words(std::string_view expected) {
    static const Words none;
    for (const LineKind& kind : line_kinds()) {
        if (expected.starts_with(kind.expected)) return kind.words;
    }
    return none;
}

const Words& words_that_go_on() {
    static const Words words = split(
        "and or unless then when instead exception otherwise see for printed not from through until at by in between "
        "open only "
        "except "
        "ask "
        "implies members measured rounded takes where end");
    return words;
}

const Words& outcome_words() {
    static const Words words = split("approved criteria not investigational excluded does refer review needs");
    return words;
}

const Words& reserved_words() {
    static const Words words = split(
        "age all and any approve ask at attested because by criteria does end every evidence except exception "
        "excluded expect failing for from icd10cm if implies investigational is items like loading maintenance "
        "members met no not note or otherwise possible printed reading refer review see then unless yes");
    return words;
}

Words words_in_backticks(std::string_view sentence) {
    Words words;
    std::size_t begin = sentence.find('`');
    while (begin != std::string_view::npos) {
        const std::size_t end = sentence.find('`', begin + 1);
        if (end == std::string_view::npos) break;
        words.emplace_back(sentence.substr(begin + 1, end - begin - 1));
        begin = sentence.find('`', end + 1);
    }
    return words;
}

}  // namespace pol::parse_detail
