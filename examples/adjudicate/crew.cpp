#include "examples/adjudicate/crew.hpp"

#include <utility>

Crew::Crew(std::size_t threads, Work work, Deliver deliver) : work_(std::move(work)), deliver_(std::move(deliver)) {
    const std::size_t batches = threads == 1 ? 1 : 2 * threads + 1;
    for (std::size_t i = 0; i < batches; ++i) {
        batches_.push_back(std::make_unique<Batch>());
        free_.push_back(batches_.back().get());
    }
    if (threads == 1) return;
    try {
        for (std::size_t worker = 0; worker < threads; ++worker) threads_.emplace_back([this, worker] { run(worker); });
    } catch (...) {
        finish();
        throw;
    }
}

Crew::~Crew() { finish(); }

Batch& Crew::take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !free_.empty(); });
    Batch& batch = *free_.back();
    free_.pop_back();
    batch.clear();
    return batch;
}

void Crew::hand_in(Batch& batch) {
    {
        const std::lock_guard lock(mutex_);
        batch.number = handed_in_++;
        if (!threads_.empty()) waiting_.push_back(&batch);
    }
    if (!threads_.empty()) return changed_.notify_all();
    work_(batch, 0);
    deliver_in_turn(batch);
}

void Crew::finish() {
    {
        const std::lock_guard lock(mutex_);
        is_finished_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
}

void Crew::run(std::size_t worker) {
    for (;;) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !waiting_.empty() || is_finished_; });
        if (waiting_.empty()) return;
        Batch& batch = *waiting_.front();
        waiting_.pop_front();
        lock.unlock();
        work_(batch, worker);
        deliver_in_turn(batch);
    }
}

void Crew::deliver_in_turn(Batch& batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return delivered_ == batch.number; });
    const bool is_last_so_far = batch.number + 1 == handed_in_;
    lock.unlock();
    // Nobody else delivers until the count is moved on.
    deliver_(batch, is_last_so_far);
    lock.lock();
    ++delivered_;
    free_.push_back(&batch);
    lock.unlock();
    changed_.notify_all();
}
