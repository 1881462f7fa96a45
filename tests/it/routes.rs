//! Every role at every door: whoever has no business on a route is refused, and nobody comes in without a sign-in.

use gabentisch::domain::rights::Role;
use gabentisch::web::Access;
use gabentisch::web::routes::ROUTES;

use crate::support::TestApp;

/// The pattern with something in the place of each name. Whoever is let in finds nothing there, which is no refusal.
fn example(pattern: &str) -> String {
    pattern
        .split('/')
        .map(|part| if part.starts_with('{') { "00000000-0000-0000-0000-000000000000" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

fn is_let_in(access: Access, role: Role) -> bool {
    match access {
        Access::Public | Access::SignedIn => true,
        // A household's own page: no right of the staff opens it.
        Access::Household => false,
        Access::Any(rights) | Access::Scanner(rights) => rights.iter().any(|right| role.may(*right)),
    }
}

#[test]
fn every_role_at_every_route() {
    let app = TestApp::new();
    for role in Role::ALL {
        let mut client = app.signed_in(*role);
        for (method, pattern, access) in ROUTES {
            // Signing out would end the walk, and what a page listens to has no end; the
            // monitor opens by its key.
            if matches!(*pattern, "/sign-out" | "/live" | "/queue/screen/events" | "/queue/screen") {
                continue;
            }
            let status = client.call(method, &example(pattern)).status;
            if is_let_in(*access, *role) {
                assert!(status != 403 && status != 401, "{role} was refused at {method} {pattern}: {status}");
                assert!(status < 500, "{role} at {method} {pattern}: {status}");
            } else if *access == Access::Household {
                let answer = client.call(method, &example(pattern));
                let to = answer.location.unwrap_or_default();
                assert_eq!((status, to.as_str()), (303, "/h"), "{role} got into {method} {pattern}");
            } else {
                assert_eq!(status, 403, "{role} got into {method} {pattern}");
            }
            if client.get("/").status == 303 {
                client = app.signed_in(*role);
            }
        }
    }
}

#[test]
fn nobody_comes_in_without_a_sign_in() {
    let app = TestApp::new();
    for (method, pattern, access) in ROUTES {
        if *access == Access::Public {
            continue;
        }
        let answer = app.visitor().call(method, &example(pattern));
        if *access == Access::Household {
            assert_eq!((answer.status, answer.location.as_deref()), (303, Some("/h")), "{method} {pattern}");
            continue;
        }
        match (*method, pattern.starts_with("/api/")) {
            ("get", false) => {
                assert_eq!(answer.status, 303, "{method} {pattern}");
                assert!(answer.location.is_some_and(|to| to.starts_with("/sign-in?next=")), "{pattern}");
            }
            _ => assert_eq!(answer.status, 401, "{method} {pattern}"),
        }
    }
}

/// The table of rights is written down once more, by hand: a right that is given by mistake is seen here.
#[test]
fn the_doors_of_each_role() {
    let mut doors = String::new();
    for role in Role::ALL {
        for (method, pattern, access) in ROUTES {
            if !matches!(access, Access::Public | Access::SignedIn) && is_let_in(*access, *role) {
                doors.push_str(&format!("{role:<11} {method:<4} {pattern}\n"));
            }
        }
    }
    for (method, pattern, _) in ROUTES.iter().filter(|(.., access)| *access == Access::Household) {
        doors.push_str(&format!("{:<11} {method:<4} {pattern}\n", "household"));
    }
    insta::assert_snapshot!(doors);
}

#[test]
fn what_is_not_a_route_is_not_found() {
    let app = TestApp::new();
    assert_eq!(app.visitor().get("/nothing/here").status, 404);
    assert_eq!(app.visitor().get("/api/v1/nothing").expect(404).json()["error"], "not_found");
    assert_eq!(app.visitor().post_form("/healthz", &[]).status, 404);
}
