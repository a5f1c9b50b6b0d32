#include "runtime/json/decimal_text.hpp"

#include "pol/number.hpp"

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

}  // namespace pol::json
