// What is built again after a change: all that depends on it, once, and nothing else.

#include "tests/install/project.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

/// What a build did, by the lines that both generators print.
struct Work {
    std::string output;

    [[nodiscard]] bool generates(const std::string& policy) const {
        return has(output, "Compiling policy " + policy + ".pol");
    }
    /// Its evaluator and its scenarios, once each.
    [[nodiscard]] bool compiles(const std::string& policy) const {
        const std::string object = ".dir/clinic_policies/" + policy + ".cpp.o";
        return count(output, "clinic_policies" + object) == 1 &&
               count(output, "clinic_policies_scenarios" + object) == 1;
    }
    [[nodiscard]] int generated() const { return count(output, "Compiling policy "); }
    [[nodiscard]] int compiled() const { return count(output, "Building CXX object"); }
};

/// The example for others with a second policy that shares its plan, and has facts of its own.
class Clinic {
public:
    explicit Clinic(const std::string& generator) {
        derive("asthma.pol", "allergy.pol", "facts asthma", "facts allergy");
        derive("inhaler.pol", "spray.pol", "policy inhaler", "policy spray");
        project.edit("spray.pol", "facts    asthma", "facts    allergy");
        project.edit("spray.pol", "RX-7", "RX-8");
        project.edit("CMakeLists.txt", "POLICIES inhaler.pol", "POLICIES inhaler.pol spray.pol");
        project.make(with(generator));
    }

    [[nodiscard]] Work build() const {
        const CommandResult built = project.build();
        CHECK_MESSAGE(built.exit_code == 0, built.output);
        return {built.output};
    }

    void check_nothing_to_do() const {
        const Work work = build();
        CHECK_MESSAGE(work.generated() + work.compiled() == 0, work.output);
        CHECK_MESSAGE(!has(work.output, "Linking"), work.output);
    }

    Project project{"examples/consumer"};

private:
    void derive(const std::string& name, const std::string& other, const std::string& from,
                const std::string& to) const {
        fs::copy(project.file(name), project.file(other));
        project.edit(other, from, to);
    }
};

void check_changed_imports(const Clinic& clinic) {
    clinic.project.edit("allergy.pol", "How severe is the asthma?", "How severe is the allergy?");
    const Work one = clinic.build();
    CHECK_MESSAGE(one.generated() == 1, one.output);
    CHECK(one.generates("spray"));
    CHECK_MESSAGE(one.compiles("spray"), one.output);
    CHECK(!one.compiles("inhaler"));
    CHECK(!has(one.output, "service.cpp.o"));
    clinic.check_nothing_to_do();

    clinic.project.edit("clinic_plan.pol", "\"Group\"", "\"Groups\"");
    const Work both = clinic.build();
    CHECK_MESSAGE(both.generated() == 2, both.output);
    CHECK(both.compiles("spray"));
    CHECK(both.compiles("inhaler"));
    clinic.check_nothing_to_do();
}

void check_renamed_import(const Clinic& clinic) {
    fs::rename(clinic.project.file("allergy.pol"), clinic.project.file("hives.pol"));
    clinic.project.edit("hives.pol", "facts allergy", "facts hives");
    clinic.project.edit("spray.pol", "facts    allergy", "facts    hives");
    const Work work = clinic.build();
    CHECK_MESSAGE(work.compiles("spray"), work.output);
    CHECK(!work.generates("inhaler"));
}

void check_newer_import(const Clinic& clinic) {
    const fs::path generated = clinic.project.file("build/clinic_policies");
    const std::vector<std::string> files = files_below(generated);
    std::vector<fs::file_time_type> before;
    for (const std::string& file : files) before.push_back(fs::last_write_time(generated / file));

    fs::last_write_time(clinic.project.file("clinic_plan.pol"), fs::file_time_type::clock::now());
    const Work work = clinic.build();
    CHECK_MESSAGE(work.generated() == 2, work.output);
    CHECK_MESSAGE(work.compiled() == 0, work.output);
    for (std::size_t i = 0; i < files.size(); ++i)
        CHECK_MESSAGE(fs::last_write_time(generated / files[i]) == before[i], files[i]);
    clinic.check_nothing_to_do();
}

}  // namespace

TEST_CASE(
    "with Ninja a changed import builds again what imports it, once, and one that is only newer compiles nothing") {
    const Clinic clinic("Ninja");
    clinic.check_nothing_to_do();
    check_changed_imports(clinic);
    check_newer_import(clinic);
    check_renamed_import(clinic);
    clinic.check_nothing_to_do();
}

TEST_CASE("with Make a changed import builds again what imports it, once") {
    const Clinic clinic("Unix Makefiles");
    clinic.check_nothing_to_do();
    check_changed_imports(clinic);
    // Behind this CMake's rules for Make keep the old name, too, and build again each time until they are made anew.
    check_renamed_import(clinic);
}
