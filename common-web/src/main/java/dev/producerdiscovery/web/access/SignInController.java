package dev.producerdiscovery.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lets a person trade a token for a cookie, because a browser sends no bearer token by itself. */
@Controller
@RequestMapping(SignInController.PATH)
class SignInController {

    static final String PATH = "/sign-in";
    private static final String PAGE = "shared/sign-in";

    private final Tokens tokens;
    private final SignInCookie cookie;
    private final Guesses guesses;

    SignInController(Tokens tokens, SignInCookie cookie, Guesses guesses) {
        this.tokens = tokens;
        this.cookie = cookie;
        this.guesses = guesses;
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String to, HttpServletRequest request, Model model) {
        model.addAttribute("to", OwnPath.of(to, request.getContextPath()));
        return PAGE;
    }

    @PostMapping
    Object signIn(@RequestParam String token, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        String target = OwnPath.of(to, request.getContextPath());
        Optional<Duration> wait = guesses.wait(request.getRemoteAddr());
        if (wait.isPresent()) {
            return page(HttpStatus.TOO_MANY_REQUESTS, "tooMany", target);
        }
        Optional<Role> role = tokens.roleOf(token.strip());
        if (role.isEmpty()) {
            guesses.wrong(request.getRemoteAddr());
            return page(HttpStatus.UNAUTHORIZED, "refused", target);
        }
        guesses.right(request.getRemoteAddr());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookieFor(role.get(), request).toString())
                .header(HttpHeaders.LOCATION, target)
                .build();
    }

    private ResponseCookie cookieFor(Role role, HttpServletRequest request) {
        return ResponseCookie.from(SignInCookie.NAME, cookie.issue(role))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(request.getContextPath() + "/")
                .maxAge(SignInCookie.LIFETIME)
                .build();
    }

    private static ModelAndView page(HttpStatus status, String reason, String to) {
        ModelAndView page = new ModelAndView(PAGE, status);
        page.addObject("to", to);
        page.addObject(reason, true);
        return page;
    }
}
