#include "runtime/json/read_entries.hpp"

#include "pol/json/words.hpp"
#include "runtime/json/read_value.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace pol::json {

namespace {

class EntryReader {
public:
    EntryReader(const PolicyDescription& policy, std::uint16_t list) : policy_(policy), list_(list) {
        for (std::uint32_t i = list + 1U; i < policy.facts.size && policy.facts[i].list == list; ++i)
            names_.push_back(view(policy.facts[i].name).substr(policy.facts[list].name.size + 1));
    }

    void read(const Node& node) {
        if (node.kind != NodeKind::array) return report({}, instead_of("a list of entries, `[]` for none", node));
        if (node.elements.size() >= most_elements) return report({}, "has more than 1000 entries");
        for (std::size_t i = 0; i < node.elements.size(); ++i) read_entry(i, node.elements[i]);
    }

    [[nodiscard]] ReadEntries take() { return std::move(result_); }

private:
    void report(std::string path, std::string message) {
        if (result_.errors.size() < most_errors_reported)
            result_.errors.push_back({std::move(path), std::move(message)});
    }

    void read_entry(std::size_t number, const Node& node) {
        const std::string path = '[' + std::to_string(number) + ']';
        if (node.kind != NodeKind::object) return report(path, instead_of("an entry, an object", node));
        EntryRecord entry{.list = list_, .fields = std::vector<Answer>(names_.size())};
        std::vector<bool> is_seen(names_.size());
        for (const Member& member : node.members) read_field(path, member, entry, is_seen);
        result_.entries.push_back(std::move(entry));
    }

    void read_field(const std::string& entry_path, const Member& member, EntryRecord& entry,
                    std::vector<bool>& is_seen) {
        const std::string path = entry_path + path_step(member.key);
        const std::size_t field = find(member.key);
        if (field == names_.size())
            return report(path, "is no field of `" + std::string(view(policy_.facts[list_].name)) + "`" +
                                    did_you_mean(member.key, names_));
        if (is_seen[field]) return report(path, "given twice");
        is_seen[field] = true;
        if (member.value.kind == NodeKind::null) return;
        Answer& answer = entry.fields[field];
        answer.presence = Presence::given;
        std::string problem = read_value(policy_.facts[list_ + 1U + field], member.value, answer);
        if (!problem.empty()) report(path, std::move(problem));
    }

    [[nodiscard]] std::size_t find(std::string_view name) const {
        std::size_t field = 0;
        while (field < names_.size() && names_[field] != name) ++field;
        return field;
    }

    const PolicyDescription& policy_;
    std::uint16_t list_;
    std::vector<std::string_view> names_;
    ReadEntries result_;
};

}  // namespace

ReadEntries read_entries(const PolicyDescription& policy, std::uint16_t list, const Node& node) {
    EntryReader reader(policy, list);
    reader.read(node);
    return reader.take();
}

}  // namespace pol::json
