// The only translation unit that knows PEGTL: it runs the grammar over a text, keeps the nodes of the rules named in
// syntax.hpp, records a slip where something that must follow does not, and moves on to where reading can resume.

#include "compiler/parse/lines.hpp"
#include "compiler/parse/parse.hpp"
#include "compiler/parse/reader.hpp"
#include "grammar/expectations.hpp"

#include <tao/pegtl.hpp>

#include <algorithm>
#include <cassert>
#include <type_traits>
#include <utility>

namespace pol::parse_detail {
namespace {

namespace pegtl = tao::pegtl;

/// Enough for an author to work on; more would hide the first ones.
constexpr std::size_t max_slips = 50;

template <class Rule>
inline constexpr Kind kind_of = Kind::file;
template <class Rule>
inline constexpr bool is_block = false;

#define POL_SYNTAX_KIND(rule) \
    template <>               \
    inline constexpr Kind kind_of<grammar::rule> = Kind::rule;
#define POL_SYNTAX_BLOCK(rule) \
    template <>                \
    inline constexpr bool is_block<grammar::rule> = true;
POL_SYNTAX_BLOCKS(POL_SYNTAX_KIND)
POL_SYNTAX_PARTS(POL_SYNTAX_KIND)
POL_SYNTAX_BLOCKS(POL_SYNTAX_BLOCK)
#undef POL_SYNTAX_KIND
#undef POL_SYNTAX_BLOCK

bool is_in_table(Kind kind) {
    return kind == Kind::table_columns || kind == Kind::table_row || kind == Kind::table_otherwise ||
           kind == Kind::cell_condition || kind == Kind::cell_and || kind == Kind::cell_or;
}

/// Whether a node's rule matches on beyond its last word, so that its words end with its last child.
bool ends_with_last_child(Kind kind) {
    switch (kind) {
#define POL_SYNTAX_CASE(rule) case Kind::rule:
        POL_SYNTAX_BLOCKS(POL_SYNTAX_CASE)
#undef POL_SYNTAX_CASE
        case Kind::fact_declaration:
        case Kind::list_declaration:
        case Kind::derived_declaration:
        case Kind::value_group:
        case Kind::distinct:
        case Kind::ordered_by:
        case Kind::where:
        case Kind::fact_attribute_line:
        case Kind::line_declaration:
        case Kind::line_attribute_line:
        case Kind::labelled_line:
        case Kind::stated_line:
        case Kind::attribute_line:
        case Kind::never_check:
        case Kind::accepted_finding:
        case Kind::defined_case:
        case Kind::define_block:
        case Kind::only_if:
        case Kind::if_then:
        case Kind::requirement:
        case Kind::condition:
        case Kind::determination:
            return true;
        default:
            return is_in_table(kind);
    }
}

template <class Rule>
bool matches_at(std::string_view text, std::uint32_t at) {
    pegtl::memory_input<pegtl::tracking_mode::lazy> in(text.data() + at, text.data() + text.size(), "");
    return pegtl::parse<pegtl::at<Rule>>(in);
}

/// What is known while reading: the tree so far, the slips so far, the blocks open now.
class Progress {
public:
    Progress(std::string_view text, std::uint32_t file, Nodes& nodes) : text_(text), file_(file), nodes_(nodes) {}

    /// The node whose rule is matched now, and where in ended_ its first child comes.
    struct Begun {
        Kind kind = Kind::file;
        std::uint32_t at = 0;
        std::size_t outer_first = 0;
    };
    [[nodiscard]] Begun begin_node(Kind kind, std::uint32_t at) {
        return {kind, at, std::exchange(first_, ended_.size())};
    }
    void end_node(const Begun& begun, std::uint32_t at);
    void drop_node(const Begun& begun) {
        drop_to(first_);
        first_ = begun.outer_first;
    }
    [[nodiscard]] Node take_tree() { return {Kind::file, {file_, 0, 0}, nodes_.keep(ended_.data(), ended_.size())}; }

    void open_block(std::uint32_t at) { open_.push_back(at); }
    void close_block() { open_.pop_back(); }
    /// Whether the group that begins at `at` is one too many. A group is tried wherever a condition can stand.
    [[nodiscard]] bool too_deep(std::uint32_t at) const;

    void slip(const grammar::Expected& expected, std::uint32_t at, bool too_deep) {
        if (slips_.size() == max_slips) return;
        std::optional<std::uint32_t> opened;
        if (!open_.empty()) opened = open_.back();
        slips_.push_back({expected, at, opened, too_deep});
    }

    /// Where reading goes on behind the last slip; `begin` is where the line or block that is given up began.
    [[nodiscard]] std::uint32_t resumption(std::uint32_t begin) const;
    [[nodiscard]] std::vector<Slipped> take_slips() { return std::move(slips_); }

private:
    void drop_to(std::size_t size) {
        while (ended_.size() > size) ended_.pop_back();
    }
    /// Gives up what ended below the node of now but reaches beyond `at`.
    void drop_beyond(std::uint32_t at) {
        while (ended_.size() > first_ && ended_.back().span.end > at) ended_.pop_back();
    }
    [[nodiscard]] std::uint32_t first_word_of_next_line(std::uint32_t at) const {
        return skip_blanks(text_, next_line(text_, at));
    }
    [[nodiscard]] std::uint32_t behind_nested(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t behind_broken_line(std::uint32_t at) const;
    template <class Rule>
    [[nodiscard]] std::uint32_t next_with(std::uint32_t at) const;

    std::string_view text_;
    std::uint32_t file_;
    Nodes& nodes_;
    /// What ended below the nodes begun, those of an outer one before those of an inner one.
    std::vector<Node> ended_;
    /// Place in ended_ of the first child of the node begun last.
    std::size_t first_ = 0;
    std::vector<Slipped> slips_;
    std::vector<std::uint32_t> open_;
};

bool Progress::too_deep(std::uint32_t at) const {
    using opening =
        grammar::sor<grammar::quantifier_opening, grammar::count_opening, grammar::aggregate_opening,
                     grammar::chosen_opening, grammar::word<"because">, grammar::notes_opening, grammar::one<'('>,
                     grammar::yearly_opening, grammar::moved_opening, grammar::extreme_day_opening>;
    return open_.size() >= static_cast<std::size_t>(max_nesting) && matches_at<opening>(text_, at);
}

/// A node that begins before its elder sibling ends shows that the elder came of an attempt that was given up, or of
/// looking ahead.
void Progress::end_node(const Begun& begun, std::uint32_t at) {
    drop_beyond(at);
    const Children children = nodes_.keep(ended_.data() + first_, ended_.size() - first_);
    drop_to(first_);
    first_ = begun.outer_first;
    drop_beyond(begun.at);
    const bool with_last = !children.empty() && ends_with_last_child(begun.kind);
    ended_.push_back({begun.kind, {file_, begun.at, with_last ? children.back().span.end : at}, children});
}

template <class Rule>
std::uint32_t Progress::next_with(std::uint32_t at) const {
    while (at < text_.size() && !matches_at<Rule>(text_, at)) at = first_word_of_next_line(at);
    return at;
}

/// Behind the `end` of a group whose opening line is passed already; stops short of the next block of the file.
std::uint32_t Progress::behind_nested(std::uint32_t at) const {
    int depth = 1;
    while (at < text_.size() && !matches_at<grammar::block_opening>(text_, at)) {
        if (matches_at<grammar::end_word>(text_, at)) --depth;
        if (opens_group(words_of_line(text_, at))) ++depth;
        at = first_word_of_next_line(at);
        if (depth == 0) break;
    }
    return at;
}

std::uint32_t Progress::behind_broken_line(std::uint32_t at) const {
    std::vector<std::string> words = words_of_line(text_, at);
    const bool opening = was_meant_to_open(words);
    while (goes_on(words) && next_line(text_, at) < text_.size()) {
        at = next_line(text_, at);
        words = words_of_line(text_, at);
    }
    at = first_word_of_next_line(at);
    return opening ? behind_nested(at) : at;
}

std::uint32_t Progress::resumption(std::uint32_t begin) const {
    using grammar::Slip;
    const Slipped& last = slips_.back();
    if (slips_.size() == max_slips) return static_cast<std::uint32_t>(text_.size());
    const std::uint32_t at = std::min(skip_blanks(text_, last.at), static_cast<std::uint32_t>(text_.size()));
    const Slip slip = last.expected.slip;
    if (slip == Slip::file_end || slip == Slip::declaration) return static_cast<std::uint32_t>(text_.size());
    const bool closing = slip == Slip::group_end || slip == Slip::block_end;
    if (closing && at > begin) return at;
    if (slip == Slip::outside) {
        return next_with<grammar::sor<grammar::block_opening, grammar::eof>>(first_word_of_next_line(at));
    }
    const bool begins_line = at > begin && skip_blanks(text_, line_begin(text_, at)) == at;
    if (begins_line && matches_at<grammar::resumption>(text_, at)) return at;
    const std::uint32_t behind = behind_broken_line(at);
    if (slip == Slip::quote) return next_with<grammar::resumption>(behind);
    return next_with<grammar::possible_resumption>(behind);
}

/// Unwinds to the nearest `recovered`. The position is not used: the slip holds it.
[[noreturn]] void give_up() { throw pegtl::parse_error("", pegtl::position(0, 1, 1, "")); }

/// Rules without a node: nothing is done for them but to record that one had to match and did not.
template <class Rule, bool HasNode>
struct control_of : pegtl::normal<Rule> {
    static constexpr bool enable = false;

    template <class Input>
    [[noreturn]] static void raise(const Input& in, Progress& progress) {
        static_assert(grammar::expected<Rule>.what != nullptr, "give this rule its line in grammar/expectations.hpp");
        progress.slip(grammar::expected<Rule>, static_cast<std::uint32_t>(in.byte()), false);
        give_up();
    }
};

/// A block is open while its rule is matched, also while reading unwinds.
class OpenBlock {
public:
    OpenBlock(Progress& progress, std::uint32_t at) : progress_(progress) {
        if (progress.too_deep(at)) {
            progress.slip({}, at, true);
            give_up();
        }
        progress.open_block(at);
    }
    ~OpenBlock() { progress_.close_block(); }
    OpenBlock(const OpenBlock&) = delete;
    OpenBlock& operator=(const OpenBlock&) = delete;

private:
    Progress& progress_;
};

struct NoBlock {
    NoBlock(Progress& /*unused*/, std::uint32_t /*unused*/) {}
};

/// Rules with a node; it is of no use where reading only looks ahead. If a rule unwinds, a slip has been recorded and
/// there will be no tree.
template <class Rule>
struct control_of<Rule, true> : control_of<Rule, false> {
    template <pegtl::apply_mode Mode, pegtl::rewind_mode Rewind, template <class...> class Action,
              template <class...> class Control, class Input>
    static bool match(Input& in, Progress& progress) {
        const auto at = static_cast<std::uint32_t>(in.byte());
        [[maybe_unused]] const std::conditional_t<is_block<Rule>, OpenBlock, NoBlock> open(progress, at);
        if constexpr (Mode == pegtl::apply_mode::nothing) {
            return pegtl::normal<Rule>::template match<Mode, Rewind, Action, Control>(in, progress);
        } else {
            const Progress::Begun begun = progress.begin_node(kind_of<Rule>, at);
            const bool matched = pegtl::normal<Rule>::template match<Mode, Rewind, Action, Control>(in, progress);
            if (matched) {
                progress.end_node(begun, static_cast<std::uint32_t>(in.byte()));
            } else {
                progress.drop_node(begun);
            }
            return matched;
        }
    }
};

template <class Rule>
struct control : control_of<Rule, kind_of<Rule> != Kind::file> {};

/// Passes over what cannot be read, in place of the rule's own match.
template <>
struct control<grammar::broken_lines> : control_of<grammar::broken_lines, false> {
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class, class Input>
    static bool match(Input& in, Progress& progress) {
        const auto begin = static_cast<std::uint32_t>(in.byte());
        const std::uint32_t resumed = progress.resumption(begin);
        assert(resumed > begin);
        in.bump(resumed - begin);
        return true;
    }
};

std::vector<std::uint32_t> lines_that_open_blocks(std::string_view text) {
    std::vector<std::uint32_t> begins;
    for (std::uint32_t at = skip_blanks(text, 0); at < text.size(); at = skip_blanks(text, next_line(text, at))) {
        if (matches_at<grammar::block_opening>(text, at)) begins.push_back(at);
    }
    return begins;
}

}  // namespace

Children Nodes::keep(const Node* first, std::size_t count) {
    constexpr std::size_t block_size = 1024;
    if (count == 0) return {};
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < count) {
        blocks_.emplace_back().reserve(std::max(block_size, count));
    }
    std::vector<Node>& block = blocks_.back();
    block.insert(block.end(), first, first + count);
    return {block.data() + block.size() - count, count};
}

ReadText read_text(std::string_view text, std::uint32_t file) {
    ReadText read;
    Progress progress(text, file, read.nodes);
    pegtl::memory_input<pegtl::tracking_mode::lazy> in(text.data(), text.data() + text.size(), "");
    [[maybe_unused]] const bool matched = pegtl::parse<grammar::file, pegtl::nothing, control>(in, progress);
    assert(matched && in.empty());
    read.slips = progress.take_slips();
    if (read.slips.empty()) {
        read.tree = progress.take_tree();
    } else {
        read.block_begins = lines_that_open_blocks(text);
    }
    return read;
}

}  // namespace pol::parse_detail
