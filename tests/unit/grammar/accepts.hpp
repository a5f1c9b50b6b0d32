#pragma once

#include "grammar/expectations.hpp"

#include <doctest/doctest.h>
#include <tao/pegtl.hpp>

#include <string>
#include <vector>

namespace pol::test {

namespace pegtl = tao::pegtl;
namespace grammar = pol::grammar;

/// Rules only match here; nothing is recorded.
template <class Rule>
struct silent : pegtl::normal<Rule> {
    static constexpr bool enable = false;
};

template <class Rule>
bool accepts(const std::string& text) {
    pegtl::memory_input<pegtl::tracking_mode::lazy> in(text, "");
    try {
        return pegtl::parse<pegtl::seq<Rule, pegtl::eof>, pegtl::nothing, silent>(in);
    } catch (const pegtl::parse_error&) {
        return false;
    }
}

template <class Rule>
void check_lines(const std::vector<std::string>& good, const std::vector<std::string>& bad) {
    for (const std::string& line : good) CHECK_MESSAGE(accepts<Rule>(line), line);
    for (const std::string& line : bad) CHECK_MESSAGE(!accepts<Rule>(line), line);
}

}  // namespace pol::test
