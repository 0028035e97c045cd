"""What browsers and servers are told: where files may come from, and what a page may do."""

POLICY = "; ".join((
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",  # the search engine is compiled
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
))  # fmt: skip

_HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}


def headers_file() -> bytes:
    """Return ``_headers``, which several static hosts read; what a page cannot say of itself stands only here."""
    lines = (f"  {name}: {value}\n" for name, value in _HEADERS.items())
    return f"/*\n{''.join(lines)}".encode()
