#pragma once

#include "compiler/ast/program.hpp"
#include "compiler/verify/printed_text.hpp"

#include <string>
#include <vector>

namespace pol::verifying {

/// A way to write the name of a product: its words, in lower case and without digits.
struct ProductSpelling {
    std::vector<std::string> words;
    /// The value of the drug's fact, and where a code is for it.
    std::string product;
    Span span;
};

/// The names of the products that a drug's codes are for, as their values are called and as the fact words them.
[[nodiscard]] std::vector<ProductSpelling> product_spellings(const ast::Program& program, const ast::Drug& drug);

/// The name of a product in a document, and where it stands.
struct PrintedProduct {
    std::string name;
    Span span;
};

/// The products that a text names, in its order. Of names that begin alike the longest is meant.
[[nodiscard]] std::vector<PrintedProduct> products_in(const PrintedText& text,
                                                      const std::vector<ProductSpelling>& spellings);

}  // namespace pol::verifying
