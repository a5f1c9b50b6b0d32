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
    [[nodiscard]] bool compiles(const std::string& source) const { return has(output, "/" + source + ".cpp.o"); }
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

}  // namespace

TEST_CASE("a changed import builds again the policies that import it, once") {
    for (const std::string generator : {"Ninja", "Unix Makefiles"}) {
        CAPTURE(generator);
        const Clinic clinic(generator);
        clinic.check_nothing_to_do();

        clinic.project.edit("allergy.pol", "How severe is the asthma?", "How severe is the allergy?");
        const Work one = clinic.build();
        CHECK_MESSAGE(one.generated() == 1, one.output);
        CHECK_MESSAGE(one.compiled() == 1, one.output);
        CHECK(one.generates("spray"));
        CHECK(one.compiles("spray"));
        clinic.check_nothing_to_do();

        clinic.project.edit("clinic_plan.pol", "\"Group\"", "\"Groups\"");
        const Work both = clinic.build();
        CHECK_MESSAGE(both.generated() == 2, both.output);
        CHECK(both.compiles("spray"));
        CHECK(both.compiles("inhaler"));
        clinic.check_nothing_to_do();
    }
}

TEST_CASE("a change that leaves the evaluators as they are rewrites none and compiles nothing") {
    const Clinic clinic("Ninja");
    const std::vector<std::string> files = files_below(clinic.project.file("build/clinic_policies"));
    std::vector<fs::file_time_type> before;
    for (const std::string& file : files)
        before.push_back(fs::last_write_time(clinic.project.file("build/clinic_policies") / file));

    std::ofstream(clinic.project.file("clinic_plan.pol"), std::ios::app) << "# nothing else\n";
    const Work work = clinic.build();
    CHECK_MESSAGE(work.generated() == 2, work.output);
    CHECK_MESSAGE(work.compiled() == 0, work.output);
    for (std::size_t i = 0; i < files.size(); ++i)
        CHECK_MESSAGE(fs::last_write_time(clinic.project.file("build/clinic_policies") / files[i]) == before[i],
                      files[i]);
    clinic.check_nothing_to_do();
}
