#pragma once

#include "pol/description.hpp"
#include "pol/text_view.hpp"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace pol::render {

/// Members keep their order, so that equal policies give equal bytes.
using Json = nlohmann::ordered_json;

/// The head of a schema: its dialect, its name for others, its title. `subject` is `request` or `decision`.
[[nodiscard]] Json schema_head(const PolicyDescription& policy, std::string_view subject);

/// An object of these members and no others; `required` names those that must be there.
[[nodiscard]] Json closed_object(Json properties, Json required = Json::array());

[[nodiscard]] Json array_of(Json items);
[[nodiscard]] Json one_of_words(Json words);
[[nodiscard]] Json reference(std::string_view definition);

/// A day of the calendar from 1800-01-01 to 2199-12-31, told by its pattern alone: validators need not look at
/// `format`.
[[nodiscard]] Json day();
/// The same, or a month or year of that time.
[[nodiscard]] Json day_month_or_year();
/// A code in any of its written forms.
[[nodiscard]] Json code(CodeSystem system);

/// Adds `title` or another text, unless it is empty.
void add_text(Json& schema, const char* name, std::string_view text);

}  // namespace pol::render
