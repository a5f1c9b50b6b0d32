#pragma once

#include "examples/adjudicate/batch.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

/// Threads that work on batches side by side and deliver them one by one, in the order in which they were handed in.
/// There are only so many batches: who wants another waits until one is delivered, so that memory does not grow. One
/// thread means none beside the caller's.
class Crew {
public:
    /// `work` runs for several batches at a time, each with the number of a worker of its own; `deliver` for one at a
    /// time. Its second argument says whether nothing follows yet.
    using Work = std::function<void(Batch& batch, std::size_t worker)>;
    using Deliver = std::function<void(const Batch& batch, bool is_last_so_far)>;

    /// Throws `std::system_error` if a thread cannot be started.
    Crew(std::size_t threads, Work work, Deliver deliver);
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;
    ~Crew();

    /// An empty batch; waits for one. The caller hands in each before it takes the next.
    [[nodiscard]] Batch& take();
    void hand_in(Batch& batch);
    /// Waits until everything is delivered. Nothing may be handed in afterwards.
    void finish();

private:
    void run(std::size_t worker);
    void deliver_in_turn(Batch& batch);

    Work work_;
    Deliver deliver_;
    std::vector<std::unique_ptr<Batch>> batches_;

    std::mutex mutex_;
    std::condition_variable changed_;
    // Under the mutex:
    std::vector<Batch*> free_;
    std::deque<Batch*> waiting_;
    std::size_t handed_in_ = 0;
    std::size_t delivered_ = 0;
    bool is_finished_ = false;

    std::vector<std::thread> threads_;
};
