#include "compiler/driver/pipeline.hpp"
#include "tests/behavior/agreement.hpp"
#include "tests/behavior/share.hpp"

#include <avocet.hpp>
#include <botulinum_toxin.hpp>
#include <curlew.hpp>
#include <doctest/doctest.h>
#include <dunlin.hpp>
#include <epoetin.hpp>
#include <esketamine.hpp>
#include <gannet.hpp>
#include <hepatitis_c.hpp>
#include <heron.hpp>
#include <immune_globulin.hpp>
#include <infliximab.hpp>
#include <kestrel.hpp>
#include <knot.hpp>
#include <merlin.hpp>
#include <osprey.hpp>
#include <plover.hpp>
#include <qalsody.hpp>
#include <redshank.hpp>
#include <sandpiper.hpp>
#include <teal.hpp>
#include <weight_management.hpp>
#include <wigeon.hpp>
#include <zolgensma.hpp>

#include <initializer_list>
#include <optional>
#include <string>

// The generated evaluators against the interpreter, decision by decision: results with their reasons, questions and
// trace. Between them the policies use every construct of the model.

namespace {

struct Qalsody {
    using Request = plan::qalsody::Request;
    static constexpr auto assign = plan::qalsody::assign;
    static constexpr auto decide = plan::qalsody::decide;
};
struct Avocet {
    using Request = made_up::avocet::Request;
    static constexpr auto assign = made_up::avocet::assign;
    static constexpr auto decide = made_up::avocet::decide;
};
struct Dunlin {
    using Request = made_up::dunlin::Request;
    using Entries = made_up::dunlin::Entries;
    static constexpr auto assign = made_up::dunlin::assign;
    static constexpr auto add_entry = made_up::dunlin::add_entry;
    static constexpr auto decide = made_up::dunlin::decide;
};
struct Gannet {
    using Request = made_up::gannet::Request;
    static constexpr auto assign = made_up::gannet::assign;
    static constexpr auto decide = made_up::gannet::decide;
};
struct Kestrel {
    using Request = made_up::kestrel::Request;
    static constexpr auto assign = made_up::kestrel::assign;
    static constexpr auto decide = made_up::kestrel::decide;
};
struct Knot {
    using Request = made_up::knot::Request;
    using Entries = made_up::knot::Entries;
    static constexpr auto assign = made_up::knot::assign;
    static constexpr auto add_entry = made_up::knot::add_entry;
    static constexpr auto decide = made_up::knot::decide;
};
struct Heron {
    using Request = made_up::heron::Request;
    static constexpr auto assign = made_up::heron::assign;
    static constexpr auto decide = made_up::heron::decide;
};

struct Osprey {
    using Request = made_up::osprey::Request;
    static constexpr auto assign = made_up::osprey::assign;
    static constexpr auto decide = made_up::osprey::decide;
};

struct Curlew {
    using Request = made_up::curlew::Request;
    using Entries = made_up::curlew::Entries;
    static constexpr auto assign = made_up::curlew::assign;
    static constexpr auto add_entry = made_up::curlew::add_entry;
    static constexpr auto decide = made_up::curlew::decide;
};

struct Merlin {
    using Request = made_up::merlin::Request;
    static constexpr auto assign = made_up::merlin::assign;
    static constexpr auto decide = made_up::merlin::decide;
};

struct Plover {
    using Request = made_up::plover::Request;
    static constexpr auto assign = made_up::plover::assign;
    static constexpr auto decide = made_up::plover::decide;
};

struct Sandpiper {
    using Request = made_up::sandpiper::Request;
    using Entries = made_up::sandpiper::Entries;
    static constexpr auto assign = made_up::sandpiper::assign;
    static constexpr auto add_entry = made_up::sandpiper::add_entry;
    static constexpr auto decide = made_up::sandpiper::decide;
};

struct Redshank {
    using Request = made_up::redshank::Request;
    using Entries = made_up::redshank::Entries;
    static constexpr auto assign = made_up::redshank::assign;
    static constexpr auto add_entry = made_up::redshank::add_entry;
    static constexpr auto decide = made_up::redshank::decide;
};
struct Teal {
    using Request = made_up::teal::Request;
    static constexpr auto assign = made_up::teal::assign;
    static constexpr auto decide = made_up::teal::decide;
};
struct Wigeon {
    using Request = made_up::wigeon::Request;
    static constexpr auto assign = made_up::wigeon::assign;
    static constexpr auto decide = made_up::wigeon::decide;
};
struct Epoetin {
    using Request = plan::epoetin::Request;
    static constexpr auto assign = plan::epoetin::assign;
    static constexpr auto decide = plan::epoetin::decide;
};
struct HepatitisC {
    using Request = plan::hepatitis_c::Request;
    static constexpr auto assign = plan::hepatitis_c::assign;
    static constexpr auto decide = plan::hepatitis_c::decide;
};
struct BotulinumToxin {
    using Request = plan::botulinum_toxin::Request;
    using Entries = plan::botulinum_toxin::Entries;
    static constexpr auto assign = plan::botulinum_toxin::assign;
    static constexpr auto add_entry = plan::botulinum_toxin::add_entry;
    static constexpr auto decide = plan::botulinum_toxin::decide;
};
struct Esketamine {
    using Request = plan::esketamine::Request;
    using Entries = plan::esketamine::Entries;
    static constexpr auto assign = plan::esketamine::assign;
    static constexpr auto add_entry = plan::esketamine::add_entry;
    static constexpr auto decide = plan::esketamine::decide;
};
struct Infliximab {
    using Request = plan::infliximab::Request;
    using Entries = plan::infliximab::Entries;
    static constexpr auto assign = plan::infliximab::assign;
    static constexpr auto add_entry = plan::infliximab::add_entry;
    static constexpr auto decide = plan::infliximab::decide;
};
struct ImmuneGlobulin {
    using Request = plan::immune_globulin::Request;
    static constexpr auto assign = plan::immune_globulin::assign;
    static constexpr auto decide = plan::immune_globulin::decide;
};
struct WeightManagement {
    using Request = plan::weight_management::Request;
    static constexpr auto assign = plan::weight_management::assign;
    static constexpr auto decide = plan::weight_management::decide;
};
struct Zolgensma {
    using Request = plan::zolgensma::Request;
    static constexpr auto assign = plan::zolgensma::assign;
    static constexpr auto decide = plan::zolgensma::decide;
};

pol::model::Policy load(const std::string& path) {
    pol::Run run({POL_SOURCE_DIR "/policies", POL_SOURCE_DIR "/tests/policies"});
    std::optional<pol::model::Policy> policy = pol::build_model(run, POL_SOURCE_DIR "/" + path);
    REQUIRE(policy.has_value());
    return *policy;
}

using pol::testing::one_in;

template <class Generated>
pol::testing::Seen compare(const std::string& path, int count) {
    pol::testing::Seen seen;
    CHECK(pol::testing::first_disagreement<Generated>(load(path), count / one_in(), 20260601, seen) == "");
    return seen;
}

void check_seen(const pol::testing::Seen& seen, std::initializer_list<pol::Outcome> outcomes) {
    for (const pol::Outcome outcome : outcomes) CHECK(seen.outcomes[static_cast<int>(outcome)] > 100 / one_in());
}

using pol::Outcome;

TEST_CASE("Qalsody: generated and interpreted decisions are the same") {
    check_seen(compare<Qalsody>("policies/qalsody.pol", 200'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::not_medically_necessary, Outcome::excluded,
                Outcome::does_not_apply, Outcome::refer, Outcome::review, Outcome::needs_information});
}

TEST_CASE("Epoetin: generated and interpreted decisions are the same") {
    check_seen(compare<Epoetin>("policies/epoetin.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::excluded, Outcome::does_not_apply,
                Outcome::refer, Outcome::needs_information});
}

TEST_CASE("HepatitisC: generated and interpreted decisions are the same") {
    check_seen(compare<HepatitisC>("policies/hepatitis_c.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::does_not_apply, Outcome::needs_information});
}

TEST_CASE("BotulinumToxin: generated and interpreted decisions are the same") {
    check_seen(compare<BotulinumToxin>("policies/botulinum_toxin.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::needs_information});
}

TEST_CASE("Esketamine: generated and interpreted decisions are the same") {
    check_seen(compare<Esketamine>("policies/esketamine.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::needs_information});
}

TEST_CASE("Infliximab: generated and interpreted decisions are the same") {
    check_seen(compare<Infliximab>("policies/infliximab.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::needs_information});
}

TEST_CASE("ImmuneGlobulin: generated and interpreted decisions are the same") {
    check_seen(compare<ImmuneGlobulin>("policies/immune_globulin.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::investigational, Outcome::does_not_apply,
                Outcome::needs_information});
}

TEST_CASE("WeightManagement: generated and interpreted decisions are the same") {
    check_seen(compare<WeightManagement>("policies/weight_management.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::excluded, Outcome::does_not_apply,
                Outcome::needs_information});
}

TEST_CASE("Zolgensma: generated and interpreted decisions are the same") {
    check_seen(compare<Zolgensma>("policies/zolgensma.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::investigational, Outcome::excluded,
                Outcome::does_not_apply, Outcome::refer, Outcome::review, Outcome::needs_information});
}

TEST_CASE("Dunlin: lists of entries, their counts and values, and derived facts") {
    check_seen(compare<Dunlin>("tests/policies/dunlin.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::not_medically_necessary,
                Outcome::investigational, Outcome::excluded, Outcome::does_not_apply, Outcome::needs_information});
}

TEST_CASE("Kestrel: sections with criteria, nested items, exceptions and three kinds of request") {
    check_seen(compare<Kestrel>("tests/policies/kestrel.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::investigational, Outcome::excluded,
                Outcome::does_not_apply, Outcome::refer, Outcome::review, Outcome::needs_information});
}

TEST_CASE("Knot: the latest and the first entry, averages, and lists that are measured again") {
    check_seen(compare<Knot>("tests/policies/knot.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::not_medically_necessary,
                Outcome::investigational, Outcome::does_not_apply, Outcome::review, Outcome::needs_information});
}

TEST_CASE("Heron: more clauses than a machine word has bits, and a gate with another outcome") {
    check_seen(
        compare<Heron>("tests/policies/heron.pol", 100'000),
        {Outcome::approved, Outcome::criteria_not_met, Outcome::not_medically_necessary, Outcome::investigational,
         Outcome::does_not_apply, Outcome::refer, Outcome::review, Outcome::needs_information});
}

TEST_CASE("Gannet: more clauses, facts and routes than the engine compiled once has room for") {
    static_assert(made_up::gannet::clause_count > 64 && made_up::gannet::fact_count > 64);
    check_seen(compare<Gannet>("tests/policies/gannet.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::excluded, Outcome::does_not_apply,
                Outcome::needs_information});
}

TEST_CASE("Avocet: windows of days, and dates in an order") {
    check_seen(compare<Avocet>("tests/policies/avocet.pol", 200'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::excluded, Outcome::review,
                Outcome::does_not_apply, Outcome::needs_information});
}

TEST_CASE("Osprey: approvals of several rules that are one result, and an exception to an unconditional outcome") {
    check_seen(
        compare<Osprey>("tests/policies/osprey.pol", 100'000),
        {Outcome::approved, Outcome::criteria_not_met, Outcome::refer, Outcome::review, Outcome::needs_information});
}

TEST_CASE("Merlin: numbers, measurements, days with bounds, items for some only, approvals by kind of request") {
    check_seen(
        compare<Merlin>("tests/policies/merlin.pol", 100'000),
        {Outcome::approved, Outcome::criteria_not_met, Outcome::not_medically_necessary, Outcome::investigational,
         Outcome::excluded, Outcome::does_not_apply, Outcome::refer, Outcome::review, Outcome::needs_information});
}

TEST_CASE("Plover: values of values, computed approvals for all kinds, and the same amounts by several sections") {
    check_seen(compare<Plover>("tests/policies/plover.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::excluded, Outcome::does_not_apply,
                Outcome::refer, Outcome::review, Outcome::needs_information});
}

TEST_CASE("Sandpiper: codes as facts, and choices with the day on which they were found") {
    check_seen(compare<Sandpiper>("tests/policies/sandpiper.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::not_medically_necessary,
                Outcome::investigational, Outcome::excluded, Outcome::does_not_apply, Outcome::needs_information});
}

TEST_CASE("Curlew: days of every year, counted from others and by cases, and ages at them") {
    check_seen(compare<Curlew>("tests/policies/curlew.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::not_medically_necessary, Outcome::excluded,
                Outcome::does_not_apply, Outcome::needs_information});
}

TEST_CASE("Redshank: conditions on the route, shared criteria, amounts of some approvals only") {
    check_seen(compare<Redshank>("tests/policies/redshank.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::investigational, Outcome::excluded,
                Outcome::does_not_apply, Outcome::needs_information});
}

TEST_CASE("Teal: decision tables") {
    check_seen(compare<Teal>("tests/policies/teal.pol", 100'000),
               {Outcome::approved, Outcome::criteria_not_met, Outcome::not_medically_necessary, Outcome::does_not_apply,
                Outcome::needs_information});
}

TEST_CASE("Wigeon: outcomes instead of approvals and denials") {
    check_seen(
        compare<Wigeon>("tests/policies/wigeon.pol", 100'000),
        {Outcome::approved, Outcome::criteria_not_met, Outcome::not_medically_necessary, Outcome::investigational,
         Outcome::excluded, Outcome::does_not_apply, Outcome::refer, Outcome::review, Outcome::needs_information});
}

}  // namespace
