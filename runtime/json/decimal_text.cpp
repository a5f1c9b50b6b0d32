#include "runtime/json/decimal_text.hpp"

#include "pol/number.hpp"

#include <iterator>

namespace pol::json {

namespace {

/// Digits of a number, the last first. It has room for any decimal times any factor.
class Digits {
public:
    explicit Digits(WideInteger value) {
        for (; value != 0; value /= 10) digits_[count_++] = static_cast<char>('0' + static_cast<int>(value % 10));
    }

    /// Leaves out zeros at the end, of at most `most` digits; how many.
    [[nodiscard]] int drop_zeros(int most) {
        while (dropped_ < most && dropped_ < count_ && digits_[dropped_] == '0') ++dropped_;
        return dropped_;
    }
    [[nodiscard]] bool is_zero() const { return count_ == 0; }
    [[nodiscard]] int count() const { return count_; }
    /// The digit that counts ten to the power of `place`.
    [[nodiscard]] char at(int place) const { return place < count_ ? digits_[place] : '0'; }

private:
    char digits_[40] = {};
    int count_ = 0;
    int dropped_ = 0;
};

void append_padded(std::string& output, std::int32_t number, int width) {
    std::int32_t unit = 1;
    for (int i = 1; i < width; ++i) unit *= 10;
    for (; unit > 0; unit /= 10) output += static_cast<char>('0' + number / unit % 10);
}

}  // namespace

void append_decimal(std::string& output, Decimal decimal, std::int32_t factor) {
    const WideInteger value = static_cast<WideInteger>(decimal.digits) * factor;
    Digits digits(value < 0 ? -value : value);
    if (digits.is_zero()) {
        output += '0';
        return;
    }
    if (value < 0) output += '-';
    const int places = decimal.places;
    const int last = digits.drop_zeros(places);
    for (int place = digits.count() > places ? digits.count() - 1 : places; place >= places; --place)
        output += digits.at(place);
    if (last < places) output += '.';
    for (int place = places - 1; place >= last; --place) output += digits.at(place);
}

std::string to_text(Decimal decimal, std::int32_t factor) {
    std::string text;
    append_decimal(text, decimal, factor);
    return text;
}

void append_date(std::string& output, Date date) {
    const CivilDate civil = to_civil(date);
    append_padded(output, civil.year, 4);
    output += '-';
    append_padded(output, civil.month, 2);
    output += '-';
    append_padded(output, civil.day, 2);
}

}  // namespace pol::json
