package dev.producerdiscovery.web.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.AuthenticationException;
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

    private final AuthenticationManager callers;
    private final SignInCookie cookie;

    SignInController(AuthenticationManager callers, SignInCookie cookie) {
        this.callers = callers;
        this.cookie = cookie;
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String to, HttpServletRequest request, Model model) {
        model.addAttribute("to", OwnPath.of(to, request.getContextPath()));
        return PAGE;
    }

    @PostMapping
    Object signIn(@RequestParam String token, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        String target = OwnPath.of(to, request.getContextPath());
        Role role;
        try {
            role = Role.of(callers.authenticate(ShownToken.of(token.strip(), request.getRemoteAddr())));
        } catch (TooManyGuesses e) {
            return page(HttpStatus.TOO_MANY_REQUESTS, "tooMany", target);
        } catch (AuthenticationException e) {
            return page(HttpStatus.UNAUTHORIZED, "refused", target);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookieFor(role, request).toString())
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
