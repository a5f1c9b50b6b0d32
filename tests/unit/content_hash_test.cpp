#include "compiler/driver/content_hash.hpp"

#include "compiler/driver/pipeline.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pol;

TEST_CASE("sha256 gives the digests of FIPS 180-4") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a policy has the hash of its own text and of all that it imports") {
    const std::string folder = std::string(POL_SOURCE_DIR) + "/policies/";
    Run run({});
    const auto policy = build_model(run, folder + "qalsody.pol");
    REQUIRE(policy);
    std::string listing;
    for (const char* name : {"qalsody.pol", "ny_plan.pol", "als.pol"}) {
        const auto file = run.loader.read_text(folder + name);
        REQUIRE(file);
        listing += sha256(run.sources.file(*file).text()) + "  " + name + "\n";
    }
    CHECK(policy->content_hash == sha256(listing));
    CHECK(!policy->compiler.empty());
}
