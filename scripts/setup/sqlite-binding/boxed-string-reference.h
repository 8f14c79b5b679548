// Lets better-sqlite3, written for Node-API 10, run on Node-API 9, where a reference can hold objects but no strings:
// a referenced string is kept inside an object, and the reference holds that object. Included before every source file
// (-include), so that its sources stay as they were published.
#pragma once

#include <napi.h>

namespace Napi {

template <>
class Reference<String> {
 public:
  static Reference<String> New(const String& value, uint32_t initialCount = 0) {
    napi_env env = value.Env();
    HandleScope scope(env);
    Object box = Object::New(env);
    box.Set(kSlot, value);
    napi_ref ref = nullptr;
    napi_status status = napi_create_reference(env, box, initialCount, &ref);
    NAPI_THROW_IF_FAILED(env, status, Reference<String>());
    return Reference<String>(env, ref);
  }

  Reference() = default;
  Reference(napi_env env, napi_ref ref) : env_(env), ref_(ref) {}
  Reference(Reference<String>&& other) noexcept { Swap(other); }

  Reference<String>& operator=(Reference<String>&& other) noexcept {
    Swap(other);
    return *this;
  }

  Reference(const Reference<String>&) = delete;
  Reference<String>& operator=(const Reference<String>&) = delete;

  ~Reference() {
    if (ref_ != nullptr) napi_delete_reference(env_, ref_);
  }

  Napi::Env Env() const { return Napi::Env(env_); }
  bool IsEmpty() const { return ref_ == nullptr; }

  String Value() const {
    if (ref_ == nullptr) return String();
    // The box's own handle must not pile up in the caller's scope: rows are built in long loops.
    EscapableHandleScope scope(env_);
    napi_value box = nullptr;
    napi_status status = napi_get_reference_value(env_, ref_, &box);
    NAPI_THROW_IF_FAILED(env_, status, String());
    napi_value text = nullptr;
    status = napi_get_element(env_, box, kSlot, &text);
    NAPI_THROW_IF_FAILED(env_, status, String());
    return String(env_, scope.Escape(text));
  }

 private:
  static constexpr uint32_t kSlot = 0;

  void Swap(Reference<String>& other) {
    std::swap(env_, other.env_);
    std::swap(ref_, other.ref_);
  }

  napi_env env_ = nullptr;
  napi_ref ref_ = nullptr;
};

}  // namespace Napi
