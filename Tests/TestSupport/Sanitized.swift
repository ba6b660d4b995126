/// Whether the build has a sanitizer in it (`make asan`, `make tsan`): neither memory nor time can be limited or measured then.
public let isSanitized: Bool = {
    #if SANITIZED
        true
    #else
        false
    #endif
}()
