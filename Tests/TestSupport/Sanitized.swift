/// Whether the build has a sanitizer in it (`make asan`, `make tsan`): memory cannot be measured or limited then.
public let isSanitized: Bool = {
    #if SANITIZED
        true
    #else
        false
    #endif
}()
