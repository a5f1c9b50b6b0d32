#include "runtime/json/structure.hpp"

#include "runtime/json/node.hpp"

#include <simdjson.h>

#include <cstring>

namespace pol::json {

static_assert(readable_behind <= simdjson::SIMDJSON_PADDING);

struct StructureFinder::FirstStage {
    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
};

StructureFinder::StructureFinder() : first_stage_(std::make_unique<FirstStage>()) {}
StructureFinder::~StructureFinder() = default;

const Structure* StructureFinder::find(std::string_view text) {
    if (!make_room(text.size())) return nullptr;
    std::memcpy(padded_.data(), text.data(), text.size());
    std::memset(padded_.data() + text.size(), 0, simdjson::SIMDJSON_PADDING);
    simdjson::internal::dom_parser_implementation& parser = *first_stage_->parser;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(padded_.data());
    if (parser.stage1(bytes, text.size(), simdjson::stage1_mode::regular) != simdjson::SUCCESS) return nullptr;
    found_ = {
        .text = padded_.data(), .tokens = parser.structural_indexes.get(), .token_count = parser.n_structural_indexes};
    return &found_;
}

bool StructureFinder::make_room(std::size_t size) {
    if (first_stage_->parser && padded_.size() >= size + simdjson::SIMDJSON_PADDING) return true;
    constexpr std::size_t least = 4096;
    const std::size_t capacity = size < least ? least : 2 * size;
    padded_.resize(capacity + simdjson::SIMDJSON_PADDING);
    return simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, 1, first_stage_->parser) ==
           simdjson::SUCCESS;
}

}  // namespace pol::json
