#pragma once

#include "pol/answer.hpp"
#include "pol/batch/columns.hpp"
#include "pol/description.hpp"
#include "runtime/arrow/source.hpp"
#include "runtime/arrow/text_meanings.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pol::arrow {

/// Rows that are read and decided at a time: few enough that what is made of them stays in the cache.
inline constexpr std::int64_t rows_at_a_time = 1'024;

/// What an evidence column says of a row.
enum class Said : std::uint8_t { nothing, claimed, attested, documented, not_knowable };

/// What an evidence column may say: that of the rows only levels, that of a fact also that nobody can know it, and that
/// of a fact without levels only this.
enum class Sayable : std::uint8_t { levels, levels_or_not_knowable, not_knowable };

class EvidenceColumn {
public:
    EvidenceColumn(std::string name, const Source& source, Sayable sayable);

    /// What is wrong with the type, or nothing.
    [[nodiscard]] std::string problem() const;
    /// Writes to `problem` only where something is wrong.
    [[nodiscard]] Said at(std::int64_t row, std::string& problem) {
        if (!source_.is_valid(row)) return Said::nothing;
        const Said said = meanings_.at(source_, row, [this](std::string_view text) { return meant_by(text); });
        if (said == Said::nothing) problem = unsayable(source_.text_at(row));
        return said;
    }

private:
    /// `nothing` where it may not be said.
    [[nodiscard]] Said meant_by(std::string_view text) const;
    [[nodiscard]] std::string unsayable(std::string_view text) const;

    std::string name_;
    Source source_;
    Sayable sayable_;
    TextMeanings<Said, Said::nothing> meanings_;
};

/// Rows to be read: their places in the batch, the level of provider facts that state none, and what is wrong with
/// each, or nothing.
struct Rows {
    std::span<const std::int64_t> places;
    const std::vector<Evidence>& evidence;
    std::vector<std::string>& problems;
};

/// The columns of one fact: its value and, where it has them, its evidence and the day of a measurement. They are read
/// into the form that batches take. Of a list it reads whether it is given; what its entries are ListColumn reads.
class FactColumn {
public:
    explicit FactColumn(const FactDescription& fact) : fact_(&fact) {}

    /// Each says what is wrong with the type, or nothing.
    [[nodiscard]] std::string take_value(const Source& source);
    [[nodiscard]] std::string take_evidence(std::string name, const Source& source);
    [[nodiscard]] std::string take_day(const std::string& name, const Source& source);

    /// What is wrong with a row becomes its problem, if it has none yet; the fact is not given in it then.
    void read(const Rows& rows);

    /// What was read last; a fact without a column is not given.
    [[nodiscard]] batch::AnyColumn column() const;
    /// The same of one row, as a field of an entry has it: without evidence, which its list has.
    [[nodiscard]] Answer field_at(std::size_t at) const;

private:
    /// Reads rows, the values of which `read_value` reads: a loop a kind of value.
    template <class ReadValue>
    void read_all(const Rows& rows, std::string& problem, ReadValue read_value);
    // Each says what is wrong with the row, if anything is, and writes nothing otherwise: millions of cells have
    // nothing.
    template <class ReadValue>
    [[nodiscard]] bool read_row(std::int64_t row, std::size_t at, Evidence level, std::string& problem,
                                ReadValue read_value);
    void name_column(std::string& problem) const;
    [[nodiscard]] bool read_name(std::int64_t row, int& choice, std::string& problem);
    /// The value with that name, or -1.
    [[nodiscard]] int choice_named(std::string_view text) const;
    [[nodiscard]] std::string names() const;
    [[nodiscard]] bool read_number_as_noted(std::int64_t row, std::size_t at, std::string& problem);
    [[nodiscard]] bool read_number(std::int64_t row, std::size_t at, std::string& problem);
    [[nodiscard]] bool read_code(std::string_view text, std::size_t at, std::string& problem);
    [[nodiscard]] bool read_days(const Source& source, std::int64_t row, std::size_t at, std::string& problem);
    [[nodiscard]] bool read_measured_day(std::int64_t row, std::size_t at, std::string& problem);
    [[nodiscard]] bool is_choice() const;
    [[nodiscard]] std::string words() const;

    const FactDescription* fact_;
    std::optional<Source> value_;
    std::optional<EvidenceColumn> evidence_;
    std::optional<Source> day_;
    std::vector<batch::Cell> cells_;
    std::vector<std::int32_t> days_;
    std::vector<std::int32_t> last_days_;
    std::vector<std::int64_t> digits_;
    /// The values that its texts name.
    TextMeanings<int, -1> choices_;
};

[[nodiscard]] std::string text_of(Text text);

/// `column `weight` must be bool, not the Arrow type `u``.
[[nodiscard]] std::string wrong_type(std::string_view column, std::string_view wanted, const Source& source);

/// `column `weight`: …`.
[[nodiscard]] std::string in_column(std::string_view column, const std::string& problem);

/// Whether the column has text, or lists, and whether it is of the type that has only nulls.
[[nodiscard]] bool is_text(const Source& source);
[[nodiscard]] bool is_list(const Source& source);
[[nodiscard]] bool is_all_null(const Source& source);

}  // namespace pol::arrow
