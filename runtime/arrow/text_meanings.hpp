#pragma once

#include "runtime/arrow/source.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pol::arrow {

/// What the texts of a column mean; `none` where they mean nothing. It is looked up once for each text of a dictionary,
/// and otherwise where a text is not that of the row before, as it mostly is.
template <class Meaning, Meaning none>
class TextMeanings {
public:
    template <class MeaningOf>
    void read_dictionary(const Source& source, const MeaningOf& meaning_of) {
        for (std::size_t i = 0; i < source.dictionary_size(); ++i)
            in_dictionary_.push_back(meaning_of(source.text_in_dictionary(i)));
    }

    /// Of a row that has a value.
    template <class MeaningOf>
    [[nodiscard]] Meaning at(const Source& source, std::int64_t row, const MeaningOf& meaning_of) {
        if (!in_dictionary_.empty()) return in_dictionary_[source.index_at(row)];
        const std::string_view text = source.text_at(row);
        if (last_ == none || text != last_text_) {
            last_text_ = text;
            last_ = meaning_of(text);
        }
        return last_;
    }

private:
    std::vector<Meaning> in_dictionary_;
    std::string_view last_text_;
    Meaning last_ = none;
};

}  // namespace pol::arrow
