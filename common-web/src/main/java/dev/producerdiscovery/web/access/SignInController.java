package dev.producerdiscovery.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
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
    /** A path of this service: {@code //host} and {@code /\host} would lead a browser elsewhere. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[^\\r\\n]*");

    private final Tokens tokens;
    private final SignInCookie cookie;

    SignInController(Tokens tokens, SignInCookie cookie) {
        this.tokens = tokens;
        this.cookie = cookie;
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "/") String to, Model model) {
        model.addAttribute("to", ownPath(to));
        return PAGE;
    }

    @PostMapping
    Object signIn(@RequestParam String token, @RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
        Optional<Role> role = tokens.roleOf(token.strip());
        if (role.isEmpty()) {
            ModelAndView page = new ModelAndView(PAGE, HttpStatus.UNAUTHORIZED);
            page.addObject("to", ownPath(to));
            page.addObject("refused", true);
            return page;
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookieFor(role.get(), request).toString())
                .header(HttpHeaders.LOCATION, ownPath(to))
                .build();
    }

    private ResponseCookie cookieFor(Role role, HttpServletRequest request) {
        return ResponseCookie.from(SignInCookie.NAME, cookie.issue(role))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(SignInCookie.LIFETIME)
                .build();
    }

    private static String ownPath(String to) {
        return OWN_PATH.matcher(to).matches() ? to : "/";
    }
}
